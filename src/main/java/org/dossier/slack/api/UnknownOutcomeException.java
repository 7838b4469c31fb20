package org.dossier.slack.api;

/// It is unknown whether Slack executed a call: Slack was unreachable or failed.
public final class UnknownOutcomeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean mayBeDone;

  private UnknownOutcomeException(String message, Throwable cause, boolean mayBeDone) {
    super(message, cause);
    this.mayBeDone = mayBeDone;
  }

  /// Slack's response was neither success nor an error code.
  public UnknownOutcomeException(String method, String reason) {
    super("unknown outcome of " + method + " in Slack: " + reason);
    this.mayBeDone = true;
  }

  /// The connection failed, possibly after Slack had received the whole request.
  static UnknownOutcomeException broken(String method, Throwable cause) {
    return new UnknownOutcomeException(
        "the connection to Slack failed during " + method + ": " + cause, cause, true);
  }

  /// The connection could not be opened.
  public static UnknownOutcomeException unreachable(String method, Throwable cause) {
    return new UnknownOutcomeException(
        "Slack is unreachable for " + method + ": " + cause, cause, false);
  }

  /// Returns true if Slack may have executed the call.
  public boolean mayBeDone() {
    return mayBeDone;
  }
}
