package org.dossier.maintenance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that is written under a temporary name (`NAME.part`) and renamed atomically once it is
/// complete and on disk. A leftover temporary file of a killed process is overwritten.
final class AtomicFile implements AutoCloseable {
  private final Path target;
  private final Path part;

  /// @throws MaintenanceException if nothing can be written there
  AtomicFile(Path target) {
    this.target = target.toAbsolutePath();
    this.part = this.target.resolveSibling(this.target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// The path to write to; the file does not exist yet.
  Path path() {
    return part;
  }

  /// Gives the content its final name, durably even if the machine crashes.
  void finish() {
    try {
      synchronize(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      synchronize(directory());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  MaintenanceException failure(IOException cause) {
    return new MaintenanceException("%s cannot be written: %s".formatted(target, cause), cause);
  }

  /// Deletes the file unless it is finished.
  @Override
  public void close() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private Path directory() {
    var parent = target.getParent();
    return parent == null ? target : parent;
  }

  /// Forces the content to disk.
  static void synchronize(Path fileOrFolder) throws IOException {
    try (var channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
