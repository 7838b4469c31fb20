package org.dossier.answer;

import java.util.List;
import org.dossier.retrieval.count.CountResult;
import org.dossier.retrieval.count.CountingRule;
import org.dossier.retrieval.count.EntityRanks;
import org.dossier.search.ArticleGroups;
import org.dossier.text.name.MentionedName;
import org.jspecify.annotations.Nullable;

/// The figures of an answer to a question that counts articles.
///
/// @param articles the exact number of articles
/// @param withoutReprints the number if articles that print the same text count once; `null` if
///   unknown
/// @param rule the rule by which they are counted, in English
/// @param names for each counted name, its interchangeable phrases
/// @param groups the same articles by the property that the question asks for, otherwise by year
public record ArticleFigures(
    long articles,
    @Nullable Long withoutReprints,
    String rule,
    List<List<String>> names,
    ArticleGroups groups) {
  public ArticleFigures {
    names = List.copyOf(names);
  }

  static ArticleFigures of(EntityRanks ranks) {
    return new ArticleFigures(
        ranks.articles(),
        null,
        CountingRule.ofEach(ranks.groups().by()),
        ranks.ranked().stream().map(ranked -> ranked.name().names()).toList(),
        ranks.groups());
  }

  static ArticleFigures of(CountResult result) {
    return new ArticleFigures(
        result.articles(),
        result.withoutReprints(),
        CountingRule.of(result.query()),
        result.query().names().stream().map(MentionedName::names).toList(),
        result.groups().getFirst());
  }
}
