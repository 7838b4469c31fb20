package org.dossier.index;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.dossier.corpus.Archive;
import org.dossier.corpus.Embeddings;
import org.dossier.corpus.Passages;
import org.jspecify.annotations.Nullable;

/// The index of the archive's passages, which follows the archive's changes and is built anew where
/// it cannot be trusted. Safe for any number of threads.
///
/// All writing happens on one thread of its own, because Lucene gives an index up when a thread is
/// interrupted while it writes, and the threads of callers may be.
public final class PassageIndex implements AutoCloseable {
  private static final Logger LOG = System.getLogger(PassageIndex.class.getName());

  /// What a killed process at most has to apply again.
  private static final int UNCOMMITTED = 5_000;

  private final IndexFolder folder;
  private final Archive archive;
  private final String schema;
  private final String model;
  private final Applier applier;
  private final ExecutorService writing = Executors.newSingleThreadExecutor(PassageIndex::daemon);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable Store store;
  private volatile boolean closed;

  private PassageIndex(Path folder, Archive archive, Embeddings embeddings, String model) {
    this.folder = new IndexFolder(folder);
    this.archive = archive;
    this.schema = Stamp.schema(archive.identity(), model);
    // A new way of cutting leaves no article complete, so it counts as another model.
    this.model = model + "/" + Passages.SCHEME;
    this.applier = new Applier(archive, embeddings, this.model);
  }

  /// Opens the index in `folder` and brings it up to the archive. One that is missing, damaged, of
  /// another archive, or made by other rules or another model is built anew beside the old one and
  /// takes its place once it is complete; what it is up to is logged.
  ///
  /// @param model the id of the embedding model whose vectors are searched
  /// @throws IndexException if the folder cannot be used, or another process has it
  public static PassageIndex open(
      Path folder, Archive archive, Embeddings embeddings, String model) {
    var index = new PassageIndex(folder, archive, embeddings, model);
    try {
      index.catchUp();
    } catch (RuntimeException e) {
      index.close();
      throw e;
    }
    return index;
  }

  /// Brings every change that the archive has by now into the index; when this returns, they are
  /// seen. Call it after each change of the archive.
  ///
  /// @return the sequence of the newest change that is seen
  public long catchUp() {
    long before = generation();
    long after = onWriter(() -> follow(writable()).sequence());
    if (after != before) {
      listeners.forEach(Runnable::run);
    }
    return after;
  }

  /// Makes what is seen survive the process. Needed only to save the next start some work.
  public void commit() {
    onWriter(() -> {
      writable().commit();
      return true;
    });
  }

  /// Hands one snapshot to `search`; neither it nor anything it holds may leave the callback.
  public <T extends @Nullable Object> T search(Function<? super Snapshot, ? extends T> search) {
    var view = view();
    try {
      return search.apply(new Snapshot(view));
    } finally {
      view.release();
    }
  }

  /// Has `listener` run after changes were taken up, on the thread that brought them.
  void whenChanged(Runnable listener) {
    listeners.add(listener);
  }

  /// The name under which [Embeddings] keeps the vectors of this index.
  String model() {
    return model;
  }

  /// Commits and closes. A second call does nothing.
  @Override
  public void close() {
    if (writing.isShutdown()) {
      return;
    }
    try {
      onWriter(() -> {
        shut();
        return true;
      });
    } finally {
      writing.shutdown();
    }
  }

  private View view() {
    while (true) {
      checkOpen();
      // A store that was found broken is replaced before it is closed, so the next turn has one.
      var view = opened().flatMap(Store::acquire);
      if (view.isPresent()) {
        return view.get();
      }
    }
  }

  private long generation() {
    return opened().map(Store::sequence).orElse(0L);
  }

  private Optional<Store> opened() {
    return Optional.ofNullable(store);
  }

  private Store writable() {
    checkOpen();
    var used = store;
    if (used != null && !used.isBroken()) {
      return used;
    }
    var fresh = openOrBuild();
    store = fresh;
    if (used != null) {
      used.close();
    }
    return fresh;
  }

  private Store openOrBuild() {
    var current = folder.current();
    var fault =
        current
            .map(found -> Inspection.fault(found, schema, archive.sequence()))
            .orElse(Optional.of("there is none"));
    var store = fault.isEmpty() ? new Store(current.orElseThrow(), schema) : build(fault.get());
    folder.deleteAllBut(store.folder());
    return store;
  }

  private Store build(String why) {
    LOG.log(Level.INFO, "Building the index anew, because {0}", why);
    var built = new Store(folder.next(), schema);
    try {
      follow(built);
      built.commit();
      folder.use(built.folder());
      return built;
    } catch (RuntimeException e) {
      built.close();
      throw e;
    }
  }

  private Store follow(Store following) {
    var progress = new Progress();
    long seen = following.sequence();
    long applied = applier.apply(following, seen);
    while (applied != seen) {
      if (following.uncommitted() >= UNCOMMITTED) {
        progress.add(following.uncommitted());
        following.show(applied);
        following.commit();
      }
      seen = applied;
      applied = applier.apply(following, seen);
    }
    if (applied != following.sequence()) {
      following.show(applied);
    }
    return following;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the index is closed");
    }
  }

  private void shut() {
    closed = true;
    var used = store;
    if (used == null) {
      return;
    }
    store = null;
    try (used) {
      if (!used.isBroken()) {
        used.commit();
      }
    }
  }

  private <T> T onWriter(Callable<T> work) {
    try {
      return writing.submit(work).get();
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the index is closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexException("interrupted while the index is brought up to date", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    return cause instanceof RuntimeException fault
        ? fault
        : new IndexException("the index cannot be brought up to date", cause);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "index-writer");
    thread.setDaemon(true);
    return thread;
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
