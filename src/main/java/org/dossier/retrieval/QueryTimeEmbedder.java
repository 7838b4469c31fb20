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

/// Embeds, while somebody asks, the few passages that fit best by their words and are too new to
/// have a vector: words answer at once, and how near they come is known all the same.
final class QueryTimeEmbedder {
  private final Archive archive;
  private final EmbeddingModel model;
  private final int limit;

  /// @param most how many passages of one question may be embedded
  QueryTimeEmbedder(Archive archive, EmbeddingModel model, int most) {
    this.archive = archive;
    this.model = model;
    this.limit = most;
  }

  /// The vectors of the first of `hits` by `words` that have no closeness yet, by their places.
  Map<Integer, float[]> embedMissing(List<Hit> hits, double[] words, double[] closeness) {
    var places =
        IntStream.range(0, hits.size())
            .filter(place -> Double.isNaN(closeness[place]))
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer place) -> words[place])
                    .reversed()
                    .thenComparing(hits::get))
            .limit(limit)
            .toList();
    return places.isEmpty() ? Map.of() : embed(hits, places);
  }

  private Map<Integer, float[]> embed(List<Hit> hits, List<Integer> places) {
    var articles =
        archive.findAll(
            places.stream().map(place -> hits.get(place).articleId()).distinct().toList());
    var found = new ArrayList<Integer>();
    var texts = new ArrayList<String>();
    for (int place : places) {
      var hit = hits.get(place);
      var source = articles.get(hit.articleId());
      if (source != null && source.version().equals(hit.version())) {
        var passage = new Passage(hit.ordinal(), hit.span(), hit.sentences());
        found.add(place);
        texts.add(PassageSplitter.inContext(source.article(), passage));
      }
    }
    var computed = model.embedPassages(texts);
    var vectors = new LinkedHashMap<Integer, float[]>();
    for (int i = 0; i < found.size(); i++) {
      vectors.put(found.get(i), computed.get(i));
    }
    return vectors;
  }

  /// Sets the closeness to `question` of those that `vectors` are of.
  static void setCosines(double[] closeness, Map<Integer, float[]> vectors, float[] question) {
    vectors.forEach((place, vector) -> closeness[place] = CosineSimilarity.of(question, vector));
  }
}
