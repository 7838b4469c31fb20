package org.dossier.search;

import java.util.List;

/// The exact number of the articles of a query in one snapshot.
///
/// @param articles the number of articles
/// @param groups the same articles by each of the requested properties, in that order
public record ArticleCount(long articles, List<ArticleGroups> groups) {
  public ArticleCount {
    groups = List.copyOf(groups);
  }
}
