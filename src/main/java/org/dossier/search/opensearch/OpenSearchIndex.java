package org.dossier.search.opensearch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.dossier.archive.Archive;
import org.dossier.archive.Embeddings;
import org.dossier.archive.PassageSplitter;
import org.dossier.database.ClusterLocks;
import org.dossier.inference.EmbeddingModel;
import org.dossier.search.EngineStatus;
import org.dossier.search.IndexException;
import org.dossier.search.IndexFault;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.PassageIndex;
import org.dossier.search.TermAnalyzer;
import org.dossier.search.analysis.LuceneTermAnalyzer;
import org.dossier.search.indexing.ChangeReader;
import org.dossier.search.indexing.SerialExecutor;
import org.dossier.search.indexing.SplitArticle;
import org.jspecify.annotations.Nullable;

/// The index of the archive's passages in an OpenSearch cluster, shared by all processes on the
/// archive: the one that holds the lock applies the changes, and all search. Safe for any number of
/// threads.
///
/// All writing happens on its own threads, because databases do not tolerate interrupts, and the
/// threads of callers may be interrupted.
public final class OpenSearchIndex implements PassageIndex {
  private static final Logger LOG = System.getLogger(OpenSearchIndex.class.getName());

  private static final Duration POLL_INTERVAL = Duration.ofMillis(25);

  private final String model;
  private final Archive archive;

  /// Held to apply changes to the index in use.
  private final SharedLock writing;

  /// Held to build an index, and to delete the remains of earlier builds.
  private final SharedLock building;

  private final SearchCluster cluster;
  private final EngineIndexes indexes;
  private final ChangeWriter changeWriter;
  private final EnginePurge purge;
  private final SerialExecutor writer = new SerialExecutor("index-writer");
  private final SerialExecutor builder = new SerialExecutor("index-builder");
  private final SerialExecutor purger = new SerialExecutor("index-purge");
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable IndexState visible;
  private @Nullable EngineView view;
  private volatile boolean following;
  private volatile boolean closed;

  private OpenSearchIndex(
      OpenSearchSettings settings,
      Archive archive,
      Embeddings embeddings,
      ClusterLocks locks,
      String model) {
    this.model = Embeddings.model(model);
    this.archive = archive;
    this.writing = new SharedLock(locks, "search-writing");
    this.building = new SharedLock(locks, "search-building");
    this.cluster = new SearchCluster(settings);
    this.indexes = indexes(cluster, settings, archive, model);
    this.changeWriter =
        new ChangeWriter(
            cluster, indexes, new ChangeReader(archive, embeddings, this.model, SplitArticle::of));
    this.purge = new EnginePurge(indexes);
  }

  private static EngineIndexes indexes(
      SearchCluster cluster, OpenSearchSettings settings, Archive archive, String model) {
    return new EngineIndexes(
        cluster, settings, schema(settings, archive, model), EmbeddingModel.DIMENSION);
  }

  /// Names everything whose change makes another index necessary.
  static String schema(OpenSearchSettings settings, Archive archive, String model) {
    return "fields %s, passages %s, model %s, archive %s, shards %d"
        .formatted(
            EngineFields.SCHEMA,
            PassageSplitter.SCHEME,
            model,
            archive.identity(),
            settings.shards());
  }

  /// Opens the index in the cluster and applies all changes of the archive. If no index has this
  /// schema, or it belongs to a later state of the archive, one is built.
  ///
  /// @param locks among the processes on the archive
  /// @param model the id of the embedding model
  /// @throws IndexException if the cluster cannot be reached or refuses to work
  public static OpenSearchIndex open(
      OpenSearchSettings settings,
      Archive archive,
      Embeddings embeddings,
      ClusterLocks locks,
      String model) {
    var index = new OpenSearchIndex(settings, archive, embeddings, locks, model);
    try {
      index.writer.run(index::prepare);
      index.catchUp();
      LOG.log(Level.INFO, "The index is {0} at {1}", index.indexes.alias(), settings);
    } catch (RuntimeException e) {
      index.close();
      throw e;
    }
    return index;
  }

  /// The reason why the index in the cluster cannot be used as it is, so that [#open] would build
  /// it; empty if it can be used.
  public static Optional<IndexFault> fault(
      OpenSearchSettings settings, Archive archive, String model) {
    try (var cluster = new SearchCluster(settings)) {
      return fault(indexes(cluster, settings, archive, model).current(), archive);
    }
  }

  private static Optional<IndexFault> fault(Optional<IndexState> state, Archive archive) {
    if (state.isEmpty()) {
      return Optional.of(IndexFault.stale("no index exists yet"));
    }
    long newest = archive.sequence();
    return state.get().sequence() <= newest
        ? Optional.empty()
        : Optional.of(
            IndexFault.stale(
                "it is ahead of the archive, so it belongs to another one: %d > %d"
                    .formatted(state.get().sequence(), newest)));
  }

  private boolean prepare() {
    var fault = fault(indexes.current(), archive);
    while (fault.isPresent() && !tryBuild(fault.get().reason())) {
      // Another process builds it.
      pause();
      fault = fault(indexes.current(), archive);
    }
    indexes.setReplicas();
    return true;
  }

  @Override
  public long catchUp() {
    var before = visible;
    var after = writer.run(this::follow);
    if (!after.equals(before)) {
      listeners.forEach(Runnable::run);
    }
    return after.sequence();
  }

  private IndexState follow() {
    try {
      archive.endEmbargoes();
      long newest = archive.sequence();
      var state = state();
      while (state.sequence() < newest) {
        state = tryApply();
      }
      visible = state;
      following = true;
      return state;
    } catch (RuntimeException | Error e) {
      following = false;
      throw e;
    }
  }

  private IndexState state() {
    checkOpen();
    return indexes
        .current()
        .orElseThrow(() ->
            new IndexException(
                "The index %s is missing in the cluster; restart to build it"
                    .formatted(indexes.alias()),
                null));
  }

  /// Applies all changes, or waits a moment if another process does.
  private IndexState tryApply() {
    if (!writing.tryAcquire()) {
      pause();
      return state();
    }
    try {
      // Read again: another process may have written until the lock was acquired.
      return changeWriter.follow(state(), this::checkOpen);
    } finally {
      writing.release();
    }
  }

  @Override
  public void rebuild() {
    builder.run(() -> {
      if (!tryBuild("a rebuild was requested")) {
        throw new IndexException("Another process is building the index; try again later", null);
      }
      return true;
    });
    catchUp();
  }

  /// Builds an index next to the one in use and replaces it.
  ///
  /// @return false if another process is building
  private boolean tryBuild(String why) {
    checkOpen();
    if (!building.tryAcquire()) {
      return false;
    }
    try {
      LOG.log(Level.INFO, "Building the index {0}, because {1}", indexes.alias(), why);
      build();
      return true;
    } finally {
      building.release();
    }
  }

  private void build() {
    var fresh = indexes.create();
    try {
      var filled = changeWriter.follow(fresh, this::checkOpen);
      // The index in use does not change now, so that no visible change becomes invisible.
      whileNoneWrites(() -> {
        indexes.publish(changeWriter.follow(filled, this::checkOpen));
        indexes.activate(fresh.index());
      });
    } catch (RuntimeException | Error e) {
      deleteQuietly(fresh.index());
      throw e;
    }
  }

  private void deleteQuietly(String index) {
    try {
      indexes.delete(index);
    } catch (IndexException e) {
      LOG.log(Level.DEBUG, "The index " + index + " will be deleted later", e);
    }
  }

  @Override
  public boolean isFollowing() {
    return following;
  }

  /// The cluster makes every write durable before it acknowledges it.
  @Override
  public void commit() {
    checkOpen();
  }

  @Override
  public void purge() {
    purger.run(() -> {
      checkOpen();
      if (building.tryAcquire()) {
        try {
          purge.run(this::whileNoneWrites);
        } finally {
          building.release();
        }
      }
      return true;
    });
  }

  private void whileNoneWrites(Runnable work) {
    while (!writing.tryAcquire()) {
      pause();
    }
    try {
      work.run();
    } finally {
      writing.release();
    }
  }

  @Override
  public IndexSnapshot snapshot() {
    return new EngineSnapshot(acquireView());
  }

  private synchronized EngineView acquireView() {
    checkOpen();
    var seen = visible;
    if (seen == null) {
      throw new IndexException("the index is not open yet", null);
    }
    var current = view;
    if (current == null || !current.isUsable() || isNewer(seen, current.state())) {
      var fresh = EngineView.open(cluster, seen);
      view = fresh;
      if (current != null) {
        current.release();
      }
      current = fresh;
    }
    if (!current.retain()) {
      throw new IllegalStateException("the index is closed");
    }
    return current;
  }

  private static boolean isNewer(IndexState seen, IndexState used) {
    return seen.sequence() != used.sequence() || !seen.index().equals(used.index());
  }

  @Override
  public TermAnalyzer analyzer() {
    return LuceneTermAnalyzer.INSTANCE;
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public Optional<EngineStatus> engine() {
    return Optional.of(cluster.status(indexes.alias()));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (var executor : List.of(builder, purger, writer)) {
      executor.close();
      executor.awaitEnd();
    }
    closeView();
    cluster.close();
  }

  private synchronized void closeView() {
    if (view != null) {
      view.release();
      view = null;
    }
  }

  private void pause() {
    checkOpen();
    LockSupport.parkNanos(POLL_INTERVAL.toNanos());
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the index is closed");
    }
  }
}
