package org.dossier.inference;

import org.jspecify.annotations.Nullable;

/// A model failed to load or to run.
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
