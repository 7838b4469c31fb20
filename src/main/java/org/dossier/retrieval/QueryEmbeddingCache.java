package org.dossier.retrieval;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import org.dossier.inference.EmbeddingModel;

/// The vectors of questions, those asked of late remembered. A vector depends on the words alone,
/// so it holds whatever becomes of the archive. Safe for any number of threads.
final class QueryEmbeddingCache {
  /// For whoever asks it again; nobody's words stay in memory for long.
  static final Duration KEPT = Duration.ofHours(1);

  private final LoadingCache<String, float[]> vectors;

  /// @param most how many are remembered
  QueryEmbeddingCache(EmbeddingModel model, int most) {
    this.vectors =
        Caffeine.newBuilder().maximumSize(most).expireAfterAccess(KEPT).build(model::embedQuestion);
  }

  /// @return of length 1; not to be changed
  float[] get(String question) {
    return vectors.get(question);
  }
}
