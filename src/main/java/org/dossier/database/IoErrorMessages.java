package org.dossier.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// Readable messages for I/O errors; a file system's own message is mostly just the file's name.
public final class IoErrorMessages {
  private IoErrorMessages() {}

  /// The file and the reason: `/data/lock: No space left on device`.
  public static String describe(IOException fault) {
    return switch (fault) {
      case AccessDeniedException e ->
          "%s: the user of this process (%s) has no permission"
              .formatted(e.getFile(), System.getProperty("user.name"));
      case NoSuchFileException e -> e.getFile() + ": the file does not exist";
      case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
      default -> Objects.requireNonNullElseGet(fault.getMessage(), fault::toString);
    };
  }
}
