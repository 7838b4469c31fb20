package org.dossier.maintenance;

import org.jspecify.annotations.Nullable;

/// A backup cannot be written, read or restored; the message is fit to be shown to whoever runs the
/// program.
public final class MaintenanceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MaintenanceException(String message) {
    this(message, null);
  }

  MaintenanceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
