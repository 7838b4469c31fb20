package org.dossier.search.lucene;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.dossier.archive.Archive;
import org.dossier.archive.Embeddings;
import org.dossier.database.ArchiveException;
import org.dossier.search.IndexException;
import org.dossier.search.IndexFault;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.PassageIndex;
import org.dossier.search.TermAnalyzer;
import org.dossier.search.analysis.LuceneTermAnalyzer;
import org.dossier.search.indexing.SerialExecutor;
import org.jspecify.annotations.Nullable;

/// The index of the archive's passages in Lucene, embedded in this process. It follows the
/// archive's changes and is rebuilt if it cannot be trusted. Safe for any number of threads.
///
/// All writing happens on its own threads: Lucene closes an index if a thread is interrupted while
/// it writes, and the threads of callers may be interrupted.
public final class LuceneIndex implements PassageIndex {
  private static final Logger LOG = System.getLogger(LuceneIndex.class.getName());

  private final String model;
  private final LuceneStores luceneStores;
  private final Purge purge;
  private final SerialExecutor writer = new SerialExecutor("index-writer");
  private final SerialExecutor builder = new SerialExecutor("index-builder");
  private final SerialExecutor purger = new SerialExecutor("index-purge");
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable LuceneStore luceneStore;
  private volatile boolean following;
  private volatile boolean closed;

  private LuceneIndex(Path folder, Archive archive, Embeddings embeddings, String model) {
    this.model = Embeddings.model(model);
    this.luceneStores =
        new LuceneStores(
            new IndexFolder(folder),
            archive,
            CommitMetadata.schema(archive.identity(), model),
            new ChangeApplier(archive, embeddings, this.model));
    this.purge = new Purge(luceneStores, () -> luceneStore);
  }

  /// Opens the index in `folder` and applies all changes of the archive. An index that is missing,
  /// damaged, of another archive, or built with another schema or model is rebuilt next to the old
  /// one and replaces it when complete. The progress is logged.
  ///
  /// @param model the id of the embedding model
  /// @throws IndexException if the folder cannot be used, or another process uses it
  public static LuceneIndex open(
      Path folder, Archive archive, Embeddings embeddings, String model) {
    var index = new LuceneIndex(folder, archive, embeddings, model);
    try {
      index.catchUp();
    } catch (RuntimeException e) {
      index.close();
      throw e;
    }
    return index;
  }

  /// The reason why the index in `folder` cannot be used as it is, so that [#open] would rebuild
  /// it; empty if it can be used.
  public static Optional<IndexFault> fault(Path folder, Archive archive, String model) {
    return IndexValidator.fault(
        new IndexFolder(folder),
        CommitMetadata.schema(archive.identity(), model),
        archive.sequence());
  }

  /// Rebuilds the index on the way if another program deleted or changed its files.
  @Override
  public long catchUp() {
    long before = generation();
    long after = writer.run(this::follow);
    if (after != before) {
      listeners.forEach(Runnable::run);
    }
    return after;
  }

  @Override
  public void rebuild() {
    builder.run(this::build);
  }

  @Override
  public boolean isFollowing() {
    return following;
  }

  @Override
  public void commit() {
    writer.run(() -> {
      followStore().commit();
      return true;
    });
  }

  /// A merge that takes more than ten seconds may still read files with such words; the next call
  /// removes them.
  @Override
  public void purge() {
    purger.run(() -> {
      purge.run(work -> writer.run(Executors.callable(work)));
      return true;
    });
  }

  @Override
  public IndexSnapshot snapshot() {
    return new LuceneSnapshot(acquireView());
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
  public void close() {
    if (writer.isClosed()) {
      return;
    }
    closed = true;
    try {
      // In this order, because a rebuild ends on the writer's thread.
      builder.close();
      builder.awaitEnd();
      purger.close();
      purger.awaitEnd();
      writer.run(this::closeStore);
    } finally {
      writer.close();
    }
  }

  private ReaderView acquireView() {
    while (true) {
      checkOpen();
      // A store is replaced before it is closed, so the next iteration gets the new one.
      var readerView = open().flatMap(LuceneStore::acquire);
      if (readerView.isPresent()) {
        return readerView.get();
      }
    }
  }

  private long generation() {
    return open().map(LuceneStore::sequence).orElse(0L);
  }

  private Optional<LuceneStore> open() {
    return Optional.ofNullable(luceneStore);
  }

  private long follow() {
    try {
      long newest = followStore().sequence();
      following = true;
      return newest;
    } catch (RuntimeException | Error e) {
      following = false;
      throw e;
    }
  }

  private LuceneStore followStore() {
    checkOpen();
    var used = luceneStore;
    if (used == null || used.isBroken()) {
      return replace(luceneStores.reopen());
    }
    var damage = used.damage();
    if (damage.isPresent()) {
      return replace(luceneStores.rebuild(damage.get()));
    }
    try {
      return luceneStores.follow(used, () -> {});
    } catch (IndexException e) {
      if (!used.isBroken()) {
        throw e;
      }
      // Lucene closed the writer, but its last view can still be read. It serves searches until a
      // newly opened store contains everything that the view contains.
      LOG.log(Level.WARNING, "The index failed and is reopened: {0}", e.getMessage());
      return replace(luceneStores.reopen());
    }
  }

  private boolean build() {
    checkOpen();
    var fresh = luceneStores.create("a rebuild was requested");
    try {
      luceneStores.follow(fresh, this::checkOpen);
      fresh.commit();
      writer.run(() -> {
        checkOpen();
        luceneStores.activate(luceneStores.follow(fresh, this::checkOpen));
        return replace(fresh);
      });
      return true;
    } catch (RuntimeException | Error e) {
      if (luceneStore != fresh) {
        luceneStores.abandon(fresh);
      }
      throw e;
    }
  }

  /// Retires the old store only after the replacement, so that searches always have one.
  private LuceneStore replace(LuceneStore fresh) {
    var used = luceneStore;
    luceneStore = fresh;
    if (used != null) {
      luceneStores.retire(used);
    }
    luceneStores.deleteAllBut(fresh);
    return fresh;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the index is closed");
    }
  }

  /// Removes withdrawn text. The next start removes the rest.
  private void purgeOnClose() {
    try {
      purge.run(Runnable::run);
    } catch (IndexException | ArchiveException e) {
      LOG.log(
          Level.WARNING, "Withdrawn text will be removed at the next start: {0}", e.getMessage());
    }
  }

  private boolean closeStore() {
    var used = luceneStore;
    if (used == null) {
      return false;
    }
    try (used) {
      if (!used.isBroken()) {
        used.commit();
        purgeOnClose();
      }
    } finally {
      luceneStore = null;
    }
    return true;
  }
}
