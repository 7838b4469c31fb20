package org.dossier.ingestion;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A walker over files and folders, in the given order and by name within a folder, that follows
/// links. What cannot be read is returned as a [Rejection]. Hidden files and folders are skipped
/// silently, unless they were given themselves.
///
/// Memory: the names in the folders it is currently in, and the identities of all folders it has
/// visited. Each folder is visited once, regardless of how many links lead to it, so the walk
/// always ends.
final class FileWalker implements Iterator<WalkEntry> {
  private final ReaderRegistry readerRegistry;
  private final Iterator<Path> given;
  private final Deque<Folder> open = new ArrayDeque<>();
  private final Set<Path> entered = new HashSet<>();
  private @Nullable WalkEntry next;

  /// @param given the given path under which it was found
  private record Folder(Path given, Iterator<Path> rest) {}

  FileWalker(List<Path> given, ReaderRegistry readerRegistry) {
    this.given = given.iterator();
    this.readerRegistry = readerRegistry;
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      var folder = open.peek();
      if (folder != null && !folder.rest().hasNext()) {
        open.pop();
      } else if (folder != null) {
        next = visit(folder.rest().next(), folder.given());
      } else if (given.hasNext()) {
        var path = given.next();
        next = visit(path, path);
      } else {
        return false;
      }
    }
    return true;
  }

  @Override
  public WalkEntry next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    var walkEntry = next;
    next = null;
    return walkEntry;
  }

  /// One entry; `null` if there is nothing to report: a hidden file, or a folder that is now
  /// entered.
  private @Nullable WalkEntry visit(Path path, Path given) {
    boolean named = path.equals(given);
    if (!named && fileName(path).startsWith(".")) {
      return null;
    }
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return enter(path, given);
      }
      if (!attributes.isRegularFile()) {
        return Rejection.of(path.toString(), "is neither a file nor a folder");
      }
      var reader = readerRegistry.find(fileName(path));
      if (reader.isPresent()) {
        return new ArticleSource(path, id(path, given), attributes.size(), reader.get());
      }
      return named
          ? Rejection.of(
              path.toString(), "is of an unknown kind; known are " + ReaderRegistry.endings())
          : new WalkEntry.Skipped(kind(fileName(path)));
    } catch (IOException e) {
      return Rejection.of(path.toString(), reason(path, e));
    }
  }

  private @Nullable WalkEntry enter(Path folder, Path given) throws IOException {
    if (!entered.add(folder.toRealPath())) {
      return Rejection.of(
          folder.toString(), "links to a folder that was already read: " + folder.toRealPath());
    }
    try (var children = Files.list(folder)) {
      open.push(new Folder(given, children.sorted().toList().iterator()));
    }
    return null;
  }

  /// The path relative to the given one, without the extension; for a file that was given itself,
  /// its name.
  private String id(Path path, Path given) {
    var below = path.equals(given) ? path.getFileName() : given.relativize(path);
    var id =
        StreamSupport.stream(below.spliterator(), false)
            .map(Path::toString)
            .collect(Collectors.joining("/"));
    return readerRegistry.withoutEnding(id);
  }

  private static String kind(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot).toLowerCase(Locale.ROOT);
  }

  private static String fileName(Path path) {
    var name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /// A readable reason; a file system's own message is mostly just the file's name.
  static String reason(Path path, IOException fault) {
    return switch (fault) {
      case NoSuchFileException _ when Files.isSymbolicLink(path) -> "is a broken link";
      case NoSuchFileException _ -> "does not exist";
      case AccessDeniedException _ -> "cannot be read: permission denied";
      case FileSystemException e when e.getReason() != null -> "cannot be read: " + e.getReason();
      default -> "cannot be read: " + fault.getMessage();
    };
  }
}
