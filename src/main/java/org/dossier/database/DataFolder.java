package org.dossier.database;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The folder that holds everything a run writes: the archive database (unless the archive is on a
/// database server), the index, a calibration, and a lock that one process at a time holds. The
/// lock is the operating system's, so it ends with the process, even if the process is killed. A
/// file next to the lock names the owner for other processes.
public final class DataFolder implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String OUTGOING = "outgoing-backup.db";
  private static final String RESTORING = "archive.db.restoring";
  private static final Pattern OURS_BY_NAME =
      Pattern.compile(
          "archive\\..*|outgoing-backup\\..*|index|filling|sample|calibration\\.properties|lock|process\\.json.*");

  private static final int ATTEMPTS = 10;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(10);

  /// The folders that this process holds; also the monitor for all locking here. On POSIX systems,
  /// closing any channel of a file drops every lock that the process has on it, so merely checking
  /// a lock of this process would lose it.
  private static final Set<Path> OURS = new HashSet<>();

  private final Path folder;
  private final FileChannel lock;
  private final boolean isNew;

  private DataFolder(Path folder, FileChannel lock, boolean isNew) {
    this.folder = folder;
    this.lock = lock;
    this.isNew = isNew;
  }

  /// The process that holds a data folder, as far as the process has recorded it.
  ///
  /// @param pid its process id
  /// @param started when the process started
  /// @param address the address it serves on; `null` if it does not serve yet
  public record Holder(@Nullable Long pid, @Nullable Instant started, @Nullable URI address) {
    String describe() {
      var process = pid == null ? "another process" : "process " + pid;
      return address == null ? process : process + ", which serves at " + address;
    }
  }

  /// Locks the folder for this process; creates it if it does not exist.
  ///
  /// @throws DataFolderInUseException if a process holds it, including this one
  /// @throws ArchiveException if it is not a folder or cannot be written to
  public static DataFolder open(Path path) {
    synchronized (OURS) {
      try {
        var folder = OwnerOnlyFiles.createFolder(path).toRealPath();
        if (OURS.contains(folder)) {
          throw inUse(folder);
        }
        var lock = lock(folder);
        deletePartialFiles(folder);
        restrict(folder);
        LockOwnerFile.write(folder, null);
        OURS.add(folder);
        return new DataFolder(folder, lock, !Files.exists(database(folder)));
      } catch (IOException e) {
        throw unusable(path, e);
      }
    }
  }

  /// The current holder; empty if no process holds the folder or it does not exist. The result
  /// depends on the lock, not on the owner file, which a killed process leaves behind.
  ///
  /// @throws ArchiveException if the folder cannot be read
  public static Optional<Holder> holder(Path path) {
    if (!Files.exists(path.resolve(LOCK))) {
      return Optional.empty();
    }
    synchronized (OURS) {
      try {
        var folder = path.toRealPath();
        boolean held = OURS.contains(folder) || isLocked(folder);
        return held ? Optional.of(LockOwnerFile.read(folder)) : Optional.empty();
      } catch (IOException e) {
        throw unusable(path, e);
      }
    }
  }

  /// The folder itself.
  public Path path() {
    return folder;
  }

  /// True if the folder had no database when this process opened it.
  public boolean isNew() {
    return isNew;
  }

  /// The path of the archive database.
  public Path database() {
    return database(folder);
  }

  static Path database(Path folder) {
    return folder.resolve("archive.db");
  }

  /// The path of the database for opening it, verified against the index.
  ///
  /// @throws ArchiveException if the database is missing or empty although the folder has an index:
  ///   a volume that is not mounted, or a lost file, must not be mistaken for an empty archive
  public Path requireDatabase() {
    try {
      if (isMissing(database()) && !isMissing(index())) {
        throw new ArchiveException(
            ("The archive database %s is missing or empty, but its index is still in %s. Check that"
                    + " the volume with the data folder is mounted. If the file is lost, restore a"
                    + " backup (./dossier restore FILE --data %3$s). To begin an empty archive, delete the"
                    + " folder %2$s.")
                .formatted(database(), index(), folder),
            null);
      }
      return database();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /// True if a file has no bytes, or a folder no entries.
  private static boolean isMissing(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return !Files.exists(path) || Files.size(path) == 0;
    }
    try (var entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }

  /// The path of the index; not created here.
  public Path index() {
    return folder.resolve("index");
  }

  /// The path at which a backup is written before it is sent to a client; not created here.
  public Path outgoingBackup() {
    return folder.resolve(OUTGOING);
  }

  /// The path at which a backup is prepared before it replaces the archive; not created here.
  public Path restoreTarget() {
    return folder.resolve(RESTORING);
  }

  /// The path of the marker that an empty archive is being filled.
  public Path fillingMarker() {
    return folder.resolve("filling");
  }

  /// The path of the marker that the archive contains the sample articles.
  public Path sampleMarker() {
    return folder.resolve("sample");
  }

  /// Records for other processes the address on which this one serves.
  public void announce(URI address) {
    try {
      LockOwnerFile.write(folder, address);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /// Releases the folder. Close everything in it first. A second call does nothing.
  @Override
  public void close() {
    synchronized (OURS) {
      if (!lock.isOpen()) {
        return;
      }
      try (lock) {
        LockOwnerFile.delete(folder);
      } catch (IOException e) {
        throw unusable(folder, e);
      } finally {
        OURS.remove(folder);
      }
    }
  }

  /// Removes other users' access to files that earlier versions of this program, or a copy, made
  /// readable to them. A folder that also holds other things does not belong to this program alone
  /// and stays as it is; this program's files in it have restricted modes of their own.
  private static void restrict(Path folder) throws IOException {
    boolean alone = true;
    try (var entries = Files.list(folder)) {
      for (var entry : entries.toList()) {
        if (OURS_BY_NAME.matcher(entry.getFileName().toString()).matches()) {
          OwnerOnlyFiles.restrictAll(entry);
        } else {
          alone = false;
        }
      }
    }
    if (alone) {
      OwnerOnlyFiles.restrict(folder);
    }
  }

  /// Deletes partial files of killed processes, which contain text of articles.
  private static void deletePartialFiles(Path folder) throws IOException {
    for (var name : List.of(OUTGOING, RESTORING)) {
      for (var suffix : List.of("", ".part", "-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve(name + suffix));
      }
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    var channel =
        FileChannel.open(
            OwnerOnlyFiles.createMissing(folder.resolve(LOCK)),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    // A process that asks for the holder has the lock for an instant, which is no reason to fail.
    for (int i = 0; i < ATTEMPTS; i++) {
      if (tryLock(channel)) {
        return channel;
      }
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
    }
    channel.close();
    throw inUse(folder);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another copy of this class, in another class loader, holds it.
      return false;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// A shared lock suffices for the check, and works if the folder is read-only.
  private static boolean isLocked(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.READ);
        var lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    }
  }

  private static DataFolderInUseException inUse(Path folder) {
    return new DataFolderInUseException(folder, LockOwnerFile.read(folder));
  }

  private static ArchiveException unusable(Path path, IOException cause) {
    var reason =
        cause instanceof FileAlreadyExistsException
            ? "it is not a folder"
            : IoErrorMessages.describe(cause);
    return new ArchiveException(
        "The data folder %s cannot be used: %s"
            .formatted(path.toAbsolutePath().normalize(), reason),
        cause);
  }
}
