package org.dossier.database;

import org.jspecify.annotations.Nullable;

/// The archive's database cannot be reached at present, or has no connection free; later it may.
public final class ArchiveUnavailableException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  public ArchiveUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
