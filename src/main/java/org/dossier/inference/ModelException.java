package org.dossier.inference;

import org.jspecify.annotations.Nullable;

/// A model that could not be read or could not do its work.
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
