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

/// Files and folders that only their owner may use: mode 0600 and 0700, whatever the umask of the
/// process is. On a file system without POSIX permissions they are as that file system makes them.
public final class OwnerOnlyFiles {
  private static final Logger LOG = System.getLogger(OwnerOnlyFiles.class.getName());
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnlyFiles() {}

  /// Creates a folder, and its parents as the umask says. One that is there stays as it is.
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
  /// @throws FileAlreadyExistsException if it is there
  public static Path createFile(Path file) throws IOException {
    return Files.createFile(file, attributes(file, FILE));
  }

  /// Creates an empty file, or leaves the one that is there as it is.
  public static Path createMissing(Path file) throws IOException {
    try {
      return createFile(file);
    } catch (FileAlreadyExistsException _) {
      return file;
    }
  }

  /// Writes a file, in the place of what was there.
  public static void write(Path file, String text) throws IOException {
    Files.writeString(createMissing(file), text);
  }

  /// Writes all of `input` into a new file.
  ///
  /// @throws FileAlreadyExistsException if it is there
  public static void copy(InputStream input, Path file) throws IOException {
    try (var output = Files.newOutputStream(createFile(file), StandardOpenOption.WRITE)) {
      input.transferTo(output);
    }
  }

  /// Copies a file into a new one.
  ///
  /// @throws FileAlreadyExistsException if that is there
  public static void copy(Path from, Path to) throws IOException {
    try (var input = Files.newInputStream(from)) {
      copy(input, to);
    }
  }

  /// Takes the rights of everybody but the owner from a file or folder. Does nothing to a symbolic
  /// link, and to what belongs to another user.
  public static void restrict(Path path) {
    var view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    try {
      var attributes = view.readAttributes();
      var wanted = attributes.isDirectory() ? FOLDER : FILE;
      if (!attributes.isSymbolicLink() && !wanted.containsAll(attributes.permissions())) {
        view.setPermissions(wanted);
      }
    } catch (IOException e) {
      // A volume's own folder may belong to the system; what is in it is protected by itself.
      LOG.log(Level.DEBUG, "The permissions of a file cannot be changed", e);
    }
  }

  /// [#restrict] for a folder with everything in it.
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
