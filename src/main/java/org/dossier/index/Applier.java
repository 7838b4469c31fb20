package org.dossier.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.dossier.corpus.Archive;
import org.dossier.corpus.Change;
import org.dossier.corpus.Embeddings;

/// Brings changes of the archive into a store: each article with its words as they are now, and
/// with the vectors that were computed by now.
final class Applier {
  private static final int CHANGES_AT_ONCE = 50;
  private static final double LENGTH_TOLERANCE = 0.02;

  private final Archive archive;
  private final Embeddings embeddings;
  private final String model;

  /// @param model under which vectors are kept
  Applier(Archive archive, Embeddings embeddings, String model) {
    this.archive = archive;
    this.embeddings = embeddings;
    this.model = model;
  }

  /// Writes the next few changes after `sequence` into `store`.
  ///
  /// @return the sequence of the last of them; `sequence` itself when there are none
  long apply(Store store, long sequence) {
    var changes = archive.changesAfter(sequence, CHANGES_AT_ONCE);
    if (changes.isEmpty()) {
      return sequence;
    }
    var passages = passages(changes);
    var vectors = vectors(passages);
    for (var change : changes) {
      store.replace(change.articleId(), documents(change.articleId(), passages, vectors));
    }
    return changes.getLast().sequence();
  }

  private Map<String, Cut> passages(List<Change> changes) {
    // Whatever is current now: where a change was overtaken, a later one says the same again.
    var articles = archive.findAll(changes.stream().map(Change::articleId).toList());
    var cuts = new LinkedHashMap<String, Cut>();
    articles.forEach((id, version) -> cuts.put(id, Cut.of(version.article())));
    return cuts;
  }

  private Map<String, float[]> vectors(Map<String, Cut> cuts) {
    var keys = cuts.values().stream().flatMap(cut -> cut.keys().stream()).distinct().toList();
    if (keys.isEmpty()) {
      return Map.of();
    }
    var vectors = new HashMap<>(embeddings.find(model, keys));
    // A damaged one is refused by Lucene, and with it everything that follows.
    vectors.values().removeIf(vector -> !isOfLengthOne(vector));
    return vectors;
  }

  private static boolean isOfLengthOne(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += (double) number * number;
    }
    return Math.abs(square - 1) < LENGTH_TOLERANCE;
  }

  private static List<Document> documents(
      String id, Map<String, Cut> cuts, Map<String, float[]> vectors) {
    var cut = cuts.get(id);
    if (cut == null) {
      return List.of();
    }
    var writer = new Documents(cut.article());
    var documents = new ArrayList<Document>(cut.passages().size());
    for (int i = 0; i < cut.passages().size(); i++) {
      documents.add(writer.write(cut.passages().get(i), vectors.get(cut.keys().get(i))));
    }
    return documents;
  }
}
