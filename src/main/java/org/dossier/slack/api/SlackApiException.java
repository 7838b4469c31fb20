package org.dossier.slack.api;

/// Slack rejected a call with an error code such as `not_in_channel`.
public final class SlackApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  SlackApiException(String method, String error) {
    super("Slack rejected " + method + ": " + error);
    this.error = error;
  }

  /// Slack's error code.
  public String error() {
    return error;
  }
}
