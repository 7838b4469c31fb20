package org.dossier.maintenance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that grows under a name of its own (`NAME.part`) and gets its real one in one step, once
/// it is whole and on disk. What a killed process left under the other name is written over.
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

  /// Where to write; not there yet.
  Path path() {
    return part;
  }

  /// What was written stands under its real name from now on, whatever happens to the machine.
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

  /// Deletes what is not finished.
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

  /// Has the disk take all of it.
  static void synchronize(Path fileOrFolder) throws IOException {
    try (var channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
