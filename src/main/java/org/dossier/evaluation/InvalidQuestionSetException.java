package org.dossier.evaluation;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A question set, a claim set or an earlier report that cannot be used. The message names the
/// file, the place and the problem.
public final class InvalidQuestionSetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidQuestionSetException(Path file, String fault) {
    super(file + ": " + fault);
  }

  /// A file that cannot be read.
  public InvalidQuestionSetException(Path file, IOException cause) {
    super(
        cause instanceof NoSuchFileException
            ? "there is no file " + file
            : file + " cannot be read: " + cause.getMessage(),
        cause);
  }

  public InvalidQuestionSetException(Path file, int line, String fault) {
    super("%s, line %d: %s".formatted(file, line, fault));
  }

  public InvalidQuestionSetException(Path file, int line, String field, String fault) {
    super("%s, line %d, field “%s”: %s".formatted(file, line, field, fault));
  }
}
