package org.dossier.chat.conversation;

/// There is no conversation of this id, or no more.
public final class UnknownConversationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownConversationException(String id) {
    super("there is no conversation “" + id + "”");
  }
}
