package org.dossier.chat.conversation;

/// The conversation has no turn of this number.
public final class UnknownTurnException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownTurnException(String conversation, int turn) {
    super("the conversation “%s” has no turn %d".formatted(conversation, turn));
  }
}
