package org.dossier.slack.api;

/// The Slack settings are invalid. The message names the settings and the corrections.
public final class SlackSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SlackSettingsException(String message) {
    super(message);
  }
}
