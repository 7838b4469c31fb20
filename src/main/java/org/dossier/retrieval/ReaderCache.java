package org.dossier.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.inference.ReaderModel;
import org.dossier.inference.SpanPrediction;

/// The predictions of the reader model, with a cache of the most recent ones. They are most of the
/// cost of a question. A prediction depends on question and passage alone, so it stays valid when
/// the archive changes. Safe for any number of threads.
final class ReaderCache {
  private final ReaderModel readerModel;
  private final Cache<Key, SpanPrediction> predictions;

  /// @param size the maximum number of cached predictions
  ReaderCache(ReaderModel readerModel, int size) {
    this.readerModel = readerModel;
    this.predictions =
        Caffeine.newBuilder().maximumSize(size).expireAfterAccess(QueryEmbeddingCache.TTL).build();
  }

  /// A prediction for each of `texts`, in their order.
  List<SpanPrediction> get(String question, List<ReaderModel.Text> texts) {
    var keys = texts.stream().map(text -> new Key(question, text)).toList();
    var found = predictions.getAll(keys, missing -> predict(question, missing));
    return keys.stream().map(found::get).toList();
  }

  private Map<Key, SpanPrediction> predict(String question, Set<? extends Key> missing) {
    var texts = missing.stream().map(Key::text).toList();
    var predicted = readerModel.read(question, texts).iterator();
    var predictions = new LinkedHashMap<Key, SpanPrediction>();
    missing.forEach(key -> predictions.put(key, predicted.next()));
    return predictions;
  }

  private record Key(String question, ReaderModel.Text text) {}
}
