package org.dossier.retrieval.count;

import java.util.List;
import org.dossier.search.ArticleGroups;
import org.dossier.search.ArticleQuery;
import org.dossier.search.ListedArticle;
import org.jspecify.annotations.Nullable;

/// The number of articles of a query, and a page of their list.
///
/// @param query the query
/// @param articles the exact number of articles
/// @param groups the same articles by each of the requested properties
/// @param page some of the articles, in the order of [ListedArticle]; those that were changed or
///   withdrawn since they were indexed are left out
/// @param next the article after which the list continues; `null` at its end
/// @param withoutReprints the number of articles if those that print the same text count once;
///   `null` if no page was requested, or if there are more than 10,000 articles
/// @param generation the state of the index that was read
public record CountResult(
    ArticleQuery query,
    long articles,
    List<ArticleGroups> groups,
    List<CountedArticle> page,
    @Nullable ListedArticle next,
    @Nullable Long withoutReprints,
    long generation) {
  public CountResult {
    groups = List.copyOf(groups);
    page = List.copyOf(page);
  }
}
