package org.dossier.web.check;

import org.jspecify.annotations.Nullable;

/// A file that is not an answer with its sources; the message names the place and the error.
public final class InvalidAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidAnswerException(String message) {
    this(message, null);
  }

  public InvalidAnswerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
