package org.dossier.llm;

/// An invalid setting of the LLM. The message names the setting and says what to do.
public final class InvalidModelSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidModelSettingsException(String setting, String fault) {
    super(setting + ": " + fault);
  }
}
