package org.dossier.database;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders that only their owner may use: modes 0600 and 0700, regardless of the
/// process's umask. On a file system without POSIX permissions they get that file system's
/// defaults.
public final class OwnerOnlyFiles {
  private static final Logger LOG = System.getLogger(OwnerOnlyFiles.class.getName());
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnlyFiles() {}

  /// Creates a folder, and its parents with the default umask. An existing folder is not changed.
  public static Path createFolder(Path folder) throws IOException {
    var parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      return Files.createDirectory(folder, attributes(folder, FOLDER));
    } catch (FileAlreadyExistsException e) {
      if (Files.isDirectory(folder)) {
        return folder;
      }
      throw e;
    }
  }

  /// Creates an empty file.
  ///
  /// @throws FileAlreadyExistsException if the file exists
  public static Path createFile(Path file) throws IOException {
    return Files.createFile(file, attributes(file, FILE));
  }

  /// Creates an empty file; an existing file is not changed.
  public static Path createMissing(Path file) throws IOException {
    try {
      return createFile(file);
    } catch (FileAlreadyExistsException _) {
      return file;
    }
  }

  /// Writes a file, replacing an existing one.
  public static void write(Path file, String text) throws IOException {
    Files.writeString(createMissing(file), text);
  }

  /// Writes all of `input` into a new file.
  ///
  /// @throws FileAlreadyExistsException if the file exists
  public static void copy(InputStream input, Path file) throws IOException {
    try (var output = Files.newOutputStream(createFile(file), StandardOpenOption.WRITE)) {
      input.transferTo(output);
    }
  }

  /// Copies a file into a new one.
  ///
  /// @throws FileAlreadyExistsException if the target exists
  public static void copy(Path from, Path to) throws IOException {
    try (var input = Files.newInputStream(from)) {
      copy(input, to);
    }
  }

  /// Removes the permissions of everyone but the owner from a file or folder. Does nothing to
  /// symbolic links and to files of other users.
  public static void restrict(Path path) {
    var view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    try {
      var attributes = view.readAttributes();
      var ownerOnly = attributes.isDirectory() ? FOLDER : FILE;
      if (!attributes.isSymbolicLink() && !ownerOnly.containsAll(attributes.permissions())) {
        view.setPermissions(ownerOnly);
      }
    } catch (IOException e) {
      // The root folder of a volume may belong to the system; the files in it have restricted modes
      // of their own.
      LOG.log(Level.DEBUG, "The permissions of a file cannot be changed", e);
    }
  }

  /// [#restrict] for a folder and everything in it.
  static void restrictAll(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.forEach(OwnerOnlyFiles::restrict);
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
