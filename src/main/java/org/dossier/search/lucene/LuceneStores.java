package org.dossier.search.lucene;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.dossier.archive.Archive;
import org.dossier.search.IndexException;

/// Opens and builds the stores of an index and applies the changes of the archive to them. Each
/// store is for one thread at a time. Several stores may be in work concurrently.
final class LuceneStores {
  private static final Logger LOG = System.getLogger(LuceneStores.class.getName());

  /// The maximum number of passages that a killed process has to write again.
  private static final int MAX_UNCOMMITTED = 5_000;

  /// The maximum time that a purge waits for merges in progress.
  private static final Duration PURGE_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration RETRY_DELAY = Duration.ofMillis(50);

  private final IndexFolder folder;
  private final Archive archive;
  private final String schema;
  private final ChangeApplier changeApplier;

  LuceneStores(IndexFolder folder, Archive archive, String schema, ChangeApplier changeApplier) {
    this.folder = folder;
    this.archive = archive;
    this.schema = schema;
    this.changeApplier = changeApplier;
  }

  /// Opens the store on disk if it can be used; otherwise builds a new one.
  LuceneStore open() {
    var fault = IndexValidator.fault(folder, schema, archive.sequence());
    return fault.isPresent()
        ? rebuild(fault.get().reason())
        : new LuceneStore(folder.current().orElseThrow(), schema);
  }

  /// Like [#open], with every current change of the archive applied: the store never contains less
  /// than the broken store that it replaces.
  LuceneStore reopen() {
    var opened = open();
    try {
      return follow(opened, () -> {});
    } catch (RuntimeException e) {
      retire(opened);
      throw e;
    }
  }

  /// Builds a new store and activates it.
  LuceneStore rebuild(String why) {
    var fresh = create(why);
    try {
      follow(fresh, () -> {});
      activate(fresh);
      return fresh;
    } catch (RuntimeException e) {
      abandon(fresh);
      throw e;
    }
  }

  /// Creates an empty store next to the one in use.
  LuceneStore create(String why) {
    LOG.log(Level.INFO, "Rebuilding the index, because {0}", why);
    return new LuceneStore(folder.create(), schema);
  }

  /// Makes `built` the store in use, atomically and durably.
  void activate(LuceneStore built) {
    built.commit();
    folder.activate(built.folder());
  }

  /// Removes the text of withdrawn articles from the files of `purged`.
  ///
  /// @param committing runs its argument on the thread that writes
  /// @return false if a long merge holds a segment; to be called again then
  boolean purge(LuceneStore purged, Consumer<Runnable> committing) {
    var deleted = new DeletedPassages(archive::versions);
    long end = System.nanoTime() + PURGE_TIMEOUT.toNanos();
    do {
      var found = purged.segmentsToRewrite(deleted);
      purged.rewrite(found);
      committing.accept(purged::commitFiles);
      if (found.isEmpty()) {
        return true;
      }
      // A merge in progress holds the segment, or has copied deleted passages into a new one.
      if (found.equals(purged.segmentsToRewrite(deleted))) {
        LockSupport.parkNanos(RETRY_DELAY.toNanos());
      }
    } while (System.nanoTime() - end < 0);
    return false;
  }

  /// Closes a store that is no longer used.
  void retire(LuceneStore used) {
    try {
      used.close();
    } catch (IndexException e) {
      // Its files may have been deleted, and they are not needed.
      LOG.log(Level.DEBUG, "A retired index could not be closed", e);
    }
  }

  /// Deletes the remains of finished and killed rebuilds.
  void deleteAllBut(LuceneStore kept) {
    folder.deleteAllBut(kept.folder());
  }

  /// Closes and deletes a store that will not be used.
  void abandon(LuceneStore abandoned) {
    retire(abandoned);
    folder.abandon(abandoned.folder());
  }

  /// Applies every current change of the archive to `following` and makes them visible.
  ///
  /// @param between runs between two batches, and may throw to cancel
  LuceneStore follow(LuceneStore following, Runnable between) {
    var progress = new Progress();
    long seen = following.sequence();
    long applied = changeApplier.apply(following, seen);
    while (applied != seen) {
      between.run();
      if (following.uncommitted() >= MAX_UNCOMMITTED) {
        progress.add(following.uncommitted());
        following.refresh(applied);
        following.commit();
      }
      seen = applied;
      applied = changeApplier.apply(following, seen);
    }
    if (applied != following.sequence()) {
      following.refresh(applied);
    }
    return following;
  }

  /// Logs the progress of a long run.
  private static final class Progress {
    private final long start = System.nanoTime();
    private long documents;

    void add(int written) {
      documents += written;
      double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
      LOG.log(
          Level.INFO,
          "Indexed {0} articles and passages, {1} per second",
          documents,
          (long) (documents / seconds));
    }
  }
}
