package org.dossier.retrieval;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import org.dossier.inference.EmbeddingModel;

/// The vectors of questions, with a cache of the most recent ones. A vector depends on the text
/// alone, so it stays valid when the archive changes. Safe for any number of threads.
final class QueryEmbeddingCache {
  /// Long enough for a repeated question, short enough that no text stays in memory for long.
  static final Duration TTL = Duration.ofHours(1);

  private final LoadingCache<String, float[]> vectors;

  /// @param size the maximum number of cached vectors
  QueryEmbeddingCache(EmbeddingModel model, int size) {
    this.vectors =
        Caffeine.newBuilder().maximumSize(size).expireAfterAccess(TTL).build(model::embedQuestion);
  }

  /// @return a vector of length 1; not to be modified
  float[] get(String question) {
    return vectors.get(question);
  }
}
