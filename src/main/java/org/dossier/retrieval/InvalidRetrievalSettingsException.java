package org.dossier.retrieval;

/// Thrown if a setting of retrieval is out of range; the message names it.
public final class InvalidRetrievalSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidRetrievalSettingsException(String setting, String problem) {
    super("dossier.retrieval." + setting + " " + problem);
  }
}
