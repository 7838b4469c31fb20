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

/// The folder that holds everything a run writes: the archive database (unless that is a server's),
/// the index, and a lock that one process at a time has. The lock is the operating system's, so it
/// ends with the process however that ends; who has it stands in a file beside it, for others to
/// read.
public final class DataFolder implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String OUTGOING = "outgoing-backup.db";
  private static final String RESTORING = "archive.db.restoring";
  private static final Pattern OURS_BY_NAME =
      Pattern.compile("archive\\..*|outgoing-backup\\..*|index|filling|lock|process\\.json.*");

  private static final int ATTEMPTS = 10;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(10);

  /// Folders that this process has, and the guard of all locking in it: on POSIX systems, closing
  /// any channel of a file drops every lock that the process has on it, so that a mere look at a
  /// lock of our own would lose it.
  private static final Set<Path> OURS = new HashSet<>();

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Who has a data folder, as far as it said so.
  ///
  /// @param pid its process id
  /// @param started when the process started
  /// @param address where it serves, once it does
  public record Holder(@Nullable Long pid, @Nullable Instant started, @Nullable URI address) {
    String describe() {
      var process = pid == null ? "another process" : "process " + pid;
      return address == null ? process : process + ", which serves on " + address;
    }
  }

  /// Takes the folder for this process, and creates it where there is none.
  ///
  /// @throws DataFolderInUseException if a process has it, be it this one
  /// @throws ArchiveException if it is no folder or cannot be written to
  public static DataFolder open(Path path) {
    synchronized (OURS) {
      try {
        var folder = OwnerOnlyFiles.createFolder(path).toRealPath();
        if (OURS.contains(folder)) {
          throw inUse(folder);
        }
        var lock = lock(folder);
        sweep(folder);
        restrict(folder);
        LockOwnerFile.write(folder, null);
        OURS.add(folder);
        return new DataFolder(folder, lock);
      } catch (IOException e) {
        throw unusable(path, e);
      }
    }
  }

  /// Who has the folder now; empty if nobody has, or there is no such folder. Asks the lock, not
  /// the file that a killed process leaves behind.
  ///
  /// @throws ArchiveException if it may not be read
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

  /// Where the archive database is.
  public Path database() {
    return database(folder);
  }

  static Path database(Path folder) {
    return folder.resolve("archive.db");
  }

  /// Where the database is, for opening it.
  ///
  /// @throws ArchiveException if it is missing or empty although the folder has an index: a volume
  ///   that was not mounted, or a lost file, must not pass for an empty archive
  public Path databaseBesideIndex() {
    try {
      if (isMissing(database()) && !isMissing(index())) {
        throw new ArchiveException(
            ("The archive database %s is missing or empty, but its index is still in %s. Check that"
                    + " the volume with the data folder is mounted. If the file is lost, restore a"
                    + " backup (./dossier restore FILE). To begin an empty archive, delete the"
                    + " folder %2$s.")
                .formatted(database(), index()),
            null);
      }
      return database();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /// Whether a file has no byte, or a folder no entry.
  private static boolean isMissing(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return !Files.exists(path) || Files.size(path) == 0;
    }
    try (var entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }

  /// Where the index is; not created here.
  public Path index() {
    return folder.resolve("index");
  }

  /// Where a backup is written that is sent elsewhere; not created here.
  public Path outgoing() {
    return folder.resolve(OUTGOING);
  }

  /// Where a backup is made an archive before it takes the archive's place; not created here.
  public Path restoring() {
    return folder.resolve(RESTORING);
  }

  /// Where it is noted that an empty archive is being filled.
  public Path filling() {
    return folder.resolve("filling");
  }

  /// Tells other processes where this one serves.
  public void announce(URI address) {
    try {
      LockOwnerFile.write(folder, address);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /// Leaves the folder to others. What lies in it must be closed before. A second call does
  /// nothing.
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

  /// Takes the rights of other users from what earlier versions of this program, or a copy, made
  /// readable to them. A folder that holds other things too is not ours alone and stays as it is;
  /// what is ours in it is protected by itself.
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

  /// Deletes what a killed process left half done, which has the words of articles.
  private static void sweep(Path folder) throws IOException {
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
    // Whoever asks for the holder has the lock for an instant: not a reason to give up.
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
      // Another copy of this class has it, in another class loader.
      return false;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// A shared lock suffices to tell, and can be had where the folder may only be read.
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
            : IoErrorMessages.words(cause);
    return new ArchiveException(
        "The data folder %s cannot be used: %s"
            .formatted(path.toAbsolutePath().normalize(), reason),
        cause);
  }
}
