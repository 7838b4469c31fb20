package org.dossier.web;

import org.dossier.observability.HasOutcome;
import org.dossier.observability.Outcome;

/// Ends work whose result no client waits for any more. It is not a failure and is not reported.
public final class RequestCancelledException extends RuntimeException implements HasOutcome {
  private static final long serialVersionUID = 1L;

  public RequestCancelledException() {
    super("the client has disconnected", null, false, false);
  }

  @Override
  public Outcome outcome() {
    return Outcome.CANCELLED;
  }
}
