package org.dossier.slack.api;

/// What Slack knows us by. Nothing prints it.
public record Token(String secret) {
  @Override
  public String toString() {
    return "Token[…]";
  }
}
