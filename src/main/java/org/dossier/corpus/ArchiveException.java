package org.dossier.corpus;

import org.jspecify.annotations.Nullable;

/// The archive's database or its data folder failed: the message names the file and is fit to be
/// shown to whoever runs the program.
public class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ArchiveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
