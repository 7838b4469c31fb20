package org.dossier.app;

import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogManager;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.jspecify.annotations.Nullable;

/// The models of this process. Loading them takes as long as the start of the framework, so `main`
/// starts loading them in parallel, and [Beans] takes them over.
final class ModelPreloader {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final AtomicReference<@Nullable EmbeddingModel> EMBEDDING =
      new AtomicReference<>();
  private static final AtomicReference<@Nullable ReaderModel> READER = new AtomicReference<>();

  private ModelPreloader() {}

  /// Starts loading the models, each on its own thread, unless that has started.
  static void load() {
    if (EMBEDDING.get() != null) {
      return;
    }
    // Two threads that initialize logging concurrently may deadlock.
    LogManager.getLogManager();
    var embedding = new EmbeddingModel(CORES);
    EMBEDDING.set(embedding);
    begin("embedding-model-loading", embedding::load);
    var readerModel = new ReaderModel(CORES);
    READER.set(readerModel);
    begin("reader-loading", readerModel::load);
  }

  /// The embedding model that is being loaded, for the first caller; otherwise a new one.
  static EmbeddingModel takeEmbeddingModel() {
    var early = EMBEDDING.getAndSet(null);
    return early == null ? new EmbeddingModel(CORES) : early;
  }

  /// The reader model that is being loaded, for the first caller; otherwise a new one.
  static ReaderModel takeReader() {
    var early = READER.getAndSet(null);
    return early == null ? new ReaderModel(CORES) : early;
  }

  private static void begin(String name, Runnable loading) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .uncaughtExceptionHandler((_, _) -> {
          // The caller that needs the model meets the same failure and reports it.
        })
        .start(loading);
  }
}
