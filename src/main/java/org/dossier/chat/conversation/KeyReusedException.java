package org.dossier.chat.conversation;

/// An ask named itself by the key of another one.
public final class KeyReusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public KeyReusedException() {
    super("this key was used for another message already");
  }
}
