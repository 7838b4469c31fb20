package org.dossier.slack.api;

/// A Slack token. Its string form hides the secret.
public record Token(String secret) {
  @Override
  public String toString() {
    return "Token[…]";
  }
}
