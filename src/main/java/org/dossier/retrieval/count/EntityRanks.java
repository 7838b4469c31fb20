package org.dossier.retrieval.count;

import java.util.List;
import org.dossier.search.ArticleGroups;
import org.dossier.text.name.MentionedName;

/// The persons, places or organizations that most of the articles of a query mention.
///
/// @param articles the number of all articles of the query
/// @param groups the entities with the most articles
/// @param ranked the first of them, those with the most articles first
/// @param generation the state of the index that was read
public record EntityRanks(
    long articles, ArticleGroups groups, List<Ranked> ranked, long generation) {
  public EntityRanks {
    ranked = List.copyOf(ranked);
  }

  /// An entity.
  ///
  /// @param name the entity, with the names by which it is counted
  /// @param articles the number of the articles that mention it
  /// @param newest the newest of them
  public record Ranked(MentionedName name, long articles, CountedArticle newest) {}
}
