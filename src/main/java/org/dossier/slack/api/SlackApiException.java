package org.dossier.slack.api;

/// Slack does not do what it was asked to do, and says why in a word such as `not_in_channel`.
public final class SlackApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  SlackApiException(String method, String error) {
    super("Slack refuses " + method + ": " + error);
    this.error = error;
  }

  /// Slack's word for it.
  public String error() {
    return error;
  }
}
