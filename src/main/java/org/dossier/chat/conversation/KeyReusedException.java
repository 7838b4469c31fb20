package org.dossier.chat.conversation;

/// A question was sent with the idempotency key of another question.
public final class KeyReusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public KeyReusedException() {
    super("this key was already used for another message");
  }
}
