package org.dossier.chat.conversation;

/// No conversation with this id exists, or it has expired.
public final class UnknownConversationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownConversationException(String id) {
    super("there is no conversation “" + id + "”");
  }
}
