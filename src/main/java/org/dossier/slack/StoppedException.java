package org.dossier.slack;

/// The bot stops: what is under way is left as it is, and taken up at the next start.
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException() {
    super("the bot stops");
  }
}
