package org.dossier.slack.api;

import org.dossier.observability.HasOutcome;
import org.dossier.observability.Outcome;

/// The bot is stopping. Work in progress is abandoned and resumed at the next start.
public final class ShutdownException extends RuntimeException implements HasOutcome {
  private static final long serialVersionUID = 1L;

  public ShutdownException() {
    super("the bot is stopping");
  }

  @Override
  public Outcome outcome() {
    return Outcome.CANCELLED;
  }
}
