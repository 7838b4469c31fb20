package org.dossier.backup;

import org.jspecify.annotations.Nullable;

/// A backup cannot be written, read or restored; the message is fit to be shown to whoever runs the
/// program.
public final class BackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupException(String message) {
    this(message, null);
  }

  BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
