package org.dossier.database;

import org.jspecify.annotations.Nullable;

/// The archive's database is currently unreachable or has no free connection. A retry may succeed.
public final class ArchiveUnavailableException extends ArchiveException {
  private static final long serialVersionUID = 1L;

  public ArchiveUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
