package org.dossier.search;

import org.jspecify.annotations.Nullable;

/// The index cannot be read or written; the message names the folder. No data is lost, because the
/// index is derived from the database.
public final class IndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IndexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
