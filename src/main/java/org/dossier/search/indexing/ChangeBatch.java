package org.dossier.search.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Change;
import org.jspecify.annotations.Nullable;

/// Consecutive changes of the archive.
///
/// @param changes in their order
/// @param articles the current articles of the changes, by id; deleted ones are absent
/// @param vectors the vectors of their passages, by key; those not yet computed are absent
public record ChangeBatch(
    List<Change> changes, Map<String, SplitArticle> articles, Map<String, float[]> vectors) {

  /// The vector of each passage of `article`; `null` if it has not been computed yet.
  public List<float @Nullable []> vectorsOf(SplitArticle article) {
    List<float @Nullable []> ofPassages = new ArrayList<>();
    article.keys().forEach(key -> ofPassages.add(vectors.get(key)));
    return ofPassages;
  }
}
