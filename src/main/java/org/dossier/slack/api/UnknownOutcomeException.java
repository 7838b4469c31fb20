package org.dossier.slack.api;

/// It is unknown whether Slack executed a call: Slack was unreachable or failed.
public final class UnknownOutcomeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean mayHaveSucceeded;

  private UnknownOutcomeException(String message, Throwable cause, boolean mayHaveSucceeded) {
    super(message, cause);
    this.mayHaveSucceeded = mayHaveSucceeded;
  }

  /// Slack's response was neither success nor an error code.
  public UnknownOutcomeException(String method, String reason) {
    super("unknown outcome of " + method + " in Slack: " + reason);
    this.mayHaveSucceeded = true;
  }

  /// The connection failed, possibly after Slack had received the whole request.
  static UnknownOutcomeException connectionLost(String method, Throwable cause) {
    return new UnknownOutcomeException(
        "the connection to Slack failed during " + method + ": " + cause, cause, true);
  }

  /// The connection could not be opened.
  public static UnknownOutcomeException unreachable(String method, Throwable cause) {
    return new UnknownOutcomeException(
        "Slack is unreachable for " + method + ": " + cause, cause, false);
  }

  /// Returns true if Slack may have executed the call.
  public boolean mayHaveSucceeded() {
    return mayHaveSucceeded;
  }
}
