package org.dossier.web;

/// Ends work that nobody waits for any more. No fault: nobody hears of it.
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException() {
    super("nobody waits any more", null, false, false);
  }
}
