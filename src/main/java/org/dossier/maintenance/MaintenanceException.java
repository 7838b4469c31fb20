package org.dossier.maintenance;

import org.jspecify.annotations.Nullable;

/// A failure to write, read or restore a backup. The message can be shown to the operator.
public final class MaintenanceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MaintenanceException(String message) {
    this(message, null);
  }

  MaintenanceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
