package org.dossier.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.inference.ReaderModel;
import org.dossier.inference.SpanPrediction;

/// What the reader made of passages, the last ones remembered: it is most of what a question costs,
/// and depends on question and words alone, so it holds whatever becomes of the archive. Safe for
/// any number of threads.
final class ReaderCache {
  private final ReaderModel readerModel;
  private final Cache<Read, SpanPrediction> spanPredictions;

  /// @param most how many are remembered
  ReaderCache(ReaderModel readerModel, int most) {
    this.readerModel = readerModel;
    this.spanPredictions =
        Caffeine.newBuilder().maximumSize(most).expireAfterAccess(QueryEmbeddingCache.KEPT).build();
  }

  /// A reading for each of `texts`, in their order.
  List<SpanPrediction> get(String question, List<ReaderModel.Text> texts) {
    var wanted = texts.stream().map(text -> new Read(question, text)).toList();
    var found = spanPredictions.getAll(wanted, missing -> read(question, missing));
    return wanted.stream().map(found::get).toList();
  }

  private Map<Read, SpanPrediction> read(String question, Set<? extends Read> missing) {
    var texts = missing.stream().map(Read::text).toList();
    var read = readerModel.read(question, texts).iterator();
    var spanPredictions = new LinkedHashMap<Read, SpanPrediction>();
    missing.forEach(one -> spanPredictions.put(one, read.next()));
    return spanPredictions;
  }

  private record Read(String question, ReaderModel.Text text) {}
}
