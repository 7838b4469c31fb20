package org.dossier.slack.api;

/// The settings do not do; the message says which, and what to set.
public final class SlackSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SlackSettingsException(String message) {
    super(message);
  }
}
