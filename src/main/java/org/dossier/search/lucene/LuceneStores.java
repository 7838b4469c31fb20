package org.dossier.search.lucene;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.dossier.archive.Archive;
import org.dossier.search.IndexException;

/// Opens the stores of an index, builds them and brings them up to the archive. Each store is for
/// one thread at a time; several may be under way.
final class LuceneStores {
  private static final Logger LOG = System.getLogger(LuceneStores.class.getName());

  /// What a killed process at most has to apply again.
  private static final int UNCOMMITTED = 5_000;

  /// How long a purge waits for merges that are under way.
  private static final Duration PURGING = Duration.ofSeconds(10);

  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(50);

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

  /// What lies on disk where that can be used, else one that is built anew.
  LuceneStore open() {
    var fault = IndexValidator.fault(folder, schema, archive.sequence());
    return fault.isPresent()
        ? rebuild(fault.get().reason())
        : new LuceneStore(folder.current().orElseThrow(), schema);
  }

  /// As [#open], with every change that the archive has by now: it never shows less than a store
  /// that broke.
  LuceneStore reopen() {
    var opened = open();
    try {
      return follow(opened, () -> {});
    } catch (RuntimeException e) {
      retire(opened);
      throw e;
    }
  }

  /// One that is built anew, and in use from now on.
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

  /// A new one beside the one in use, with nothing in it.
  LuceneStore create(String why) {
    LOG.log(Level.INFO, "Rebuilding the index, because {0}", why);
    return new LuceneStore(folder.create(), schema);
  }

  /// From now on, and after a crash at any moment, `built` is the one in use.
  void activate(LuceneStore built) {
    built.commit();
    folder.activate(built.folder());
  }

  /// Takes the words of withdrawn articles out of the files of `purged`.
  ///
  /// @param committing runs what is given to it on the thread that writes
  /// @return false if a long merge holds a segment: to be called again then
  boolean purge(LuceneStore purged, Consumer<Runnable> committing) {
    var deleted = new DeletedPassages(archive::versions);
    long end = System.nanoTime() + PURGING.toNanos();
    do {
      var found = purged.segmentsToRewrite(deleted);
      purged.rewrite(found);
      committing.accept(purged::commitFiles);
      if (found.isEmpty()) {
        return true;
      }
      // A merge under way has the segment, or carried deleted passages over into a new one.
      if (found.equals(purged.segmentsToRewrite(deleted))) {
        LockSupport.parkNanos(BETWEEN_ROUNDS.toNanos());
      }
    } while (System.nanoTime() - end < 0);
    return false;
  }

  /// Closes one that is used no more.
  void retire(LuceneStore used) {
    try {
      used.close();
    } catch (IndexException e) {
      // Its files may be gone, and nobody needs them.
      LOG.log(Level.DEBUG, "An index that is used no more could not be closed", e);
    }
  }

  /// Deletes what a finished or a killed rebuild left behind.
  void deleteAllBut(LuceneStore kept) {
    folder.deleteAllBut(kept.folder());
  }

  /// Forgets one that was begun.
  void abandon(LuceneStore begun) {
    retire(begun);
    folder.abandon(begun.folder());
  }

  /// Brings every change that the archive has by now into `following`, where they are seen then.
  ///
  /// @param between runs between any two pieces of it, and may throw to end it
  LuceneStore follow(LuceneStore following, Runnable between) {
    var progress = new Progress();
    long seen = following.sequence();
    long applied = changeApplier.apply(following, seen);
    while (applied != seen) {
      between.run();
      if (following.uncommitted() >= UNCOMMITTED) {
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

  /// Tells the log how far a long run is.
  private static final class Progress {
    private final long start = System.nanoTime();
    private long passages;

    void add(int written) {
      passages += written;
      double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
      LOG.log(
          Level.INFO, "Indexed {0} passages, {1} a second", passages, (long) (passages / seconds));
    }
  }
}
