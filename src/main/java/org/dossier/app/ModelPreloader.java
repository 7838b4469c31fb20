package org.dossier.app;

import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogManager;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.jspecify.annotations.Nullable;

/// The models of this process, which take as long to load as the framework takes to start: `main`
/// has them loaded meanwhile, and [Beans] takes them over.
final class ModelPreloader {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final AtomicReference<@Nullable EmbeddingModel> EMBEDDING =
      new AtomicReference<>();
  private static final AtomicReference<@Nullable ReaderModel> READER = new AtomicReference<>();

  private ModelPreloader() {}

  /// Begins to load the models, each on a thread of its own, if that has not begun.
  static void load() {
    if (EMBEDDING.get() != null) {
      return;
    }
    // Two threads that begin to log at once may each wait for what the other has locked, for ever.
    LogManager.getLogManager();
    var embedding = new EmbeddingModel(CORES);
    EMBEDDING.set(embedding);
    begin("embedding-model-loading", embedding::load);
    var readerModel = new ReaderModel(CORES);
    READER.set(readerModel);
    begin("reader-loading", readerModel::load);
  }

  /// The embedding model that is being loaded, once; a fresh one where there is none.
  static EmbeddingModel takeEmbeddingModel() {
    var early = EMBEDDING.getAndSet(null);
    return early == null ? new EmbeddingModel(CORES) : early;
  }

  /// The reader that is being loaded, once; a fresh one where there is none.
  static ReaderModel takeReader() {
    var early = READER.getAndSet(null);
    return early == null ? new ReaderModel(CORES) : early;
  }

  private static void begin(String name, Runnable loading) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .uncaughtExceptionHandler((_, _) -> {
          // Whoever asks meets the same failure, and reports it.
        })
        .start(loading);
  }
}
