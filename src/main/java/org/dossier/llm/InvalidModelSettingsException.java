package org.dossier.llm;

/// A setting of the model that cannot be worked with; the text names it and says what to do.
public final class InvalidModelSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidModelSettingsException(String setting, String fault) {
    super(setting + ": " + fault);
  }
}
