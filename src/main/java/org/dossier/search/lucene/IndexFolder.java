package org.dossier.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.IOUtils;
import org.dossier.database.OwnerOnlyFiles;
import org.dossier.search.IndexException;
import org.jspecify.annotations.Nullable;

/// The folder of the index: one numbered folder for each build, and a file that names the one in
/// use. A new index is built next to it and replaces it in one step.
final class IndexFolder {
  private static final String CURRENT = "current";
  private static final String NUMBER = "[0-9]{1,9}";

  private final Path root;
  private final Set<Path> beingBuilt = new HashSet<>();
  private int last;

  IndexFolder(Path root) {
    this.root = root;
  }

  /// The folder in use, if any.
  Optional<Path> current() {
    try {
      // In this encoding any bytes are a valid text, so a damaged pointer reads as an invalid name.
      var name = Files.readString(root.resolve(CURRENT), StandardCharsets.ISO_8859_1).strip();
      return name.matches(NUMBER)
          ? Optional.of(root.resolve(name)).filter(Files::isDirectory)
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /// Creates an empty folder to build in. It remains until it is activated or abandoned.
  synchronized Path create() {
    try {
      OwnerOnlyFiles.createFolder(root);
      // No number is used twice, even if all folders were deleted: an open index may still use one.
      last =
          Math.max(last, listNumbered().stream().mapToInt(IndexFolder::number).max().orElse(0)) + 1;
      var folder = OwnerOnlyFiles.createFolder(root.resolve(Integer.toString(last)));
      beingBuilt.add(folder);
      return folder;
    } catch (IOException e) {
      throw failure("written", e);
    }
  }

  /// Makes `folder` the one in use, atomically and durably.
  synchronized void activate(Path folder) {
    try {
      var written = root.resolve(CURRENT + ".new");
      OwnerOnlyFiles.write(written, folder.getFileName().toString());
      IOUtils.fsync(written, false);
      Files.move(written, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
      IOUtils.fsync(root, true);
      beingBuilt.remove(folder);
    } catch (IOException e) {
      throw failure("written", e);
    }
  }

  /// Deletes a folder that will not be used.
  synchronized void abandon(Path folder) {
    beingBuilt.remove(folder);
    try {
      if (Files.exists(folder)) {
        delete(folder);
      }
    } catch (IOException e) {
      throw failure("cleared", e);
    }
  }

  /// Deletes every numbered folder except `kept` and those that are being built: the remains of
  /// finished and killed rebuilds.
  synchronized void deleteAllBut(Path kept) {
    try {
      for (var folder : listNumbered()) {
        if (!folder.equals(kept) && !beingBuilt.contains(folder)) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      throw failure("cleared", e);
    }
  }

  private List<Path> listNumbered() throws IOException {
    try (var entries = Files.list(root)) {
      return entries.filter(entry -> entry.getFileName().toString().matches(NUMBER)).toList();
    }
  }

  private static int number(Path folder) {
    return Integer.parseInt(folder.getFileName().toString());
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
              throws IOException {
            if (failed != null) {
              throw failed;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private IndexException failure(String verb, IOException cause) {
    return new IndexException(
        "The index folder %s cannot be %s: %s".formatted(root, verb, cause), cause);
  }
}
