package org.dossier.slack;

/// What Slack knows us by. Nothing prints it.
record Token(String secret) {
  @Override
  public String toString() {
    return "Token[…]";
  }
}
