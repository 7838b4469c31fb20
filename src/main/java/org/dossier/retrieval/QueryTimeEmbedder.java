package org.dossier.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dossier.archive.Archive;
import org.dossier.archive.Passage;
import org.dossier.archive.PassageSplitter;
import org.dossier.inference.CosineSimilarity;
import org.dossier.inference.EmbeddingModel;
import org.dossier.search.Hit;

/// Embeds the best lexical candidates that have no vector yet, at query time. A new article is
/// found lexically immediately, and this gives its passages a cosine as well.
final class QueryTimeEmbedder {
  private final Archive archive;
  private final EmbeddingModel model;
  private final int limit;

  /// @param limit the maximum number of passages that are embedded for one question
  QueryTimeEmbedder(Archive archive, EmbeddingModel model, int limit) {
    this.archive = archive;
    this.model = model;
    this.limit = limit;
  }

  /// The vectors of the best of `hits` by `lexicalScores` that have no cosine, by their indexes.
  Map<Integer, float[]> embedMissing(List<Hit> hits, double[] lexicalScores, double[] cosines) {
    var indexes =
        IntStream.range(0, hits.size())
            .filter(index -> Double.isNaN(cosines[index]))
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer index) -> lexicalScores[index])
                    .reversed()
                    .thenComparing(hits::get))
            .limit(limit)
            .toList();
    return indexes.isEmpty() ? Map.of() : embed(hits, indexes);
  }

  private Map<Integer, float[]> embed(List<Hit> hits, List<Integer> indexes) {
    var articles =
        archive.findAll(
            indexes.stream().map(index -> hits.get(index).articleId()).distinct().toList());
    var embedded = new ArrayList<Integer>();
    var texts = new ArrayList<String>();
    for (int index : indexes) {
      var hit = hits.get(index);
      var source = articles.get(hit.articleId());
      if (source != null && source.version().equals(hit.version())) {
        var passage = new Passage(hit.ordinal(), hit.span(), hit.sentences());
        embedded.add(index);
        texts.add(PassageSplitter.inContext(source.article(), passage));
      }
    }
    var computed = model.embedPassages(texts);
    var vectors = new LinkedHashMap<Integer, float[]>();
    for (int i = 0; i < embedded.size(); i++) {
      vectors.put(embedded.get(i), computed.get(i));
    }
    return vectors;
  }

  /// Sets the cosines with `question` of the hits that `vectors` has, by their indexes.
  static void setCosines(double[] cosines, Map<Integer, float[]> vectors, float[] question) {
    vectors.forEach((index, vector) -> cosines[index] = CosineSimilarity.of(question, vector));
  }
}
