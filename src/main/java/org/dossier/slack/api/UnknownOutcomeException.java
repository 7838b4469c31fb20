package org.dossier.slack.api;

/// Slack gave no clear answer: it could not be reached, or failed.
public final class UnknownOutcomeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean mayBeDone;

  private UnknownOutcomeException(String message, Throwable cause, boolean mayBeDone) {
    super(message, cause);
    this.mayBeDone = mayBeDone;
  }

  /// Slack answered with something else than yes or no.
  public UnknownOutcomeException(String method, String reason) {
    super("Slack gives no clear answer to " + method + ": " + reason);
    this.mayBeDone = true;
  }

  /// The connection broke, perhaps after Slack had heard everything.
  static UnknownOutcomeException broken(String method, Throwable cause) {
    return new UnknownOutcomeException("Slack breaks off at " + method + ": " + cause, cause, true);
  }

  /// There was no connection.
  public static UnknownOutcomeException unreachable(String method, Throwable cause) {
    return new UnknownOutcomeException(
        "Slack cannot be reached for " + method + ": " + cause, cause, false);
  }

  /// Whether Slack may have done what it was asked to do.
  public boolean mayBeDone() {
    return mayBeDone;
  }
}
