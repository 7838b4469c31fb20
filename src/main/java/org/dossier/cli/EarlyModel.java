package org.dossier.cli;

import java.util.concurrent.atomic.AtomicReference;
import org.dossier.model.EmbeddingModel;
import org.jspecify.annotations.Nullable;

/// The embedding model of this process, which takes as long to load as the framework takes to
/// start: `main` has it loaded meanwhile, and [Wiring] takes it over.
final class EarlyModel {
  private static final AtomicReference<@Nullable EmbeddingModel> LOADING = new AtomicReference<>();

  private EarlyModel() {}

  /// Begins to load the model, on a thread of its own.
  static void load() {
    var model = make();
    LOADING.set(model);
    Thread.ofPlatform()
        .daemon()
        .name("model-loading")
        .uncaughtExceptionHandler((_, _) -> {
          // Whoever asks meets the same failure, and reports it.
        })
        .start(model::load);
  }

  /// The model that is being loaded, once; a fresh one where there is none.
  static EmbeddingModel take() {
    var early = LOADING.getAndSet(null);
    return early == null ? make() : early;
  }

  private static EmbeddingModel make() {
    return new EmbeddingModel(Runtime.getRuntime().availableProcessors());
  }
}
