package org.dossier.search;

import org.jspecify.annotations.Nullable;

/// The index cannot be read or written: names the folder at fault. Nothing is lost by it, for the
/// archive database has all that the index has.
public final class IndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IndexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
