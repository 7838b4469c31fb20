package org.dossier.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dossier.archive.Article;
import org.dossier.question.EntityRanking;
import org.dossier.retrieval.count.CountResult;
import org.dossier.retrieval.count.CountingRule;
import org.dossier.retrieval.count.EntityRanks;
import org.dossier.search.ArticleQuery;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;
import org.dossier.text.name.MentionedName;
import org.jspecify.annotations.Nullable;

/// The English sentences of answers that count articles.
final class CountWords {
  private CountWords() {}

  /// “26 articles of 2013 mention “Lavrov”.”
  static String some(CountResult result, @Nullable String publisher, @Nullable DateRange period) {
    long articles = result.articles();
    var subject =
        (articles == 1 ? "1 article" : String.format(Locale.ENGLISH, "%,d articles", articles))
            + (publisher == null ? "" : " by " + publisher);
    var aside = withoutReprints(result);
    if (result.query().names().isEmpty()) {
      return subject
          + aside
          + (articles == 1 ? " is" : " are")
          + (period == null ? " in the archive." : " from " + DateFinder.format(period) + ".");
    }
    return subject
        + (period == null ? "" : " from " + DateFinder.format(period))
        + aside
        + (articles == 1 ? " mentions " : " mention ")
        + names(result.query())
        + ".";
  }

  /// “Hassan Rouhani is the person mentioned in the most articles: 12 of 30 from 2013.” Of several
  /// with the same number: “… is among the persons mentioned in the most articles”.
  static String most(
      EntityRanks ranks, EntityRanking ranking, ArticleQuery query, @Nullable DateRange period) {
    var first = ranks.ranked().getFirst();
    boolean isOnly =
        ranks.ranked().stream().skip(1).noneMatch(other -> other.articles() == first.articles());
    return "%s is %s %s mentioned in the most articles: %,d of %,d%s%s."
        .formatted(
            first.name().text(),
            isOnly ? "the" : "among the",
            isOnly ? noun(ranking) : plural(noun(ranking)),
            first.articles(),
            ranks.articles(),
            period == null ? "" : " from " + DateFinder.format(period),
            query.names().isEmpty() ? "" : " that mention " + names(query));
  }

  /// “Sergei Lavrov: 8 articles.”
  static String further(EntityRanks.Ranked ranked) {
    return "%s: %,d %s."
        .formatted(
            ranked.name().text(),
            ranked.articles(),
            ranked.articles() == 1 ? "article" : "articles");
  }

  static String unknown(EntityRanking ranking) {
    return "No %s is recognized in these articles.".formatted(noun(ranking));
  }

  static Note rule(EntityRanks ranks) {
    return new Note(
        Note.Type.COUNTED,
        CountingRule.ofEach(ranks.groups().by()),
        ranks.ranked().stream().map(ranked -> ranked.name().text()).toList());
  }

  private static String plural(String noun) {
    return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }

  private static String noun(EntityRanking ranking) {
    return ranking.countries() ? "country" : CountingRule.noun(ranking.by());
  }

  /// “, 19 without reprints,”; empty if no article is a reprint of another one.
  private static String withoutReprints(CountResult result) {
    var distinct = result.withoutReprints();
    return distinct == null || distinct == result.articles()
        ? ""
        : String.format(Locale.ENGLISH, ", %,d without reprints,", distinct);
  }

  static String none(ArticleQuery query, @Nullable DateRange period) {
    return "No article"
        + (period == null ? "" : " from " + DateFinder.format(period))
        + (query.names().isEmpty() ? " is in the archive." : " mentions " + names(query) + ".");
  }

  static String atOtherTimes(long articles) {
    return articles == 1
        ? "One article of another time does."
        : "%d articles of other times do.".formatted(articles);
  }

  /// “Lavrov” and “Kerry”.
  private static String names(ArticleQuery query) {
    var quoted =
        query.names().stream()
            .map(MentionedName::text)
            .map(text -> "“" + text + "”")
            .collect(Collectors.toList());
    if (quoted.size() == 1) {
      return quoted.getFirst();
    }
    var last = quoted.removeLast();
    return String.join(", ", quoted) + (query.any() ? " or " : " and ") + last;
  }

  /// The headline, publisher and day of an article.
  static String describe(Article article) {
    var details = new ArrayList<String>();
    if (article.publisher() != null) {
      details.add(article.publisher());
    }
    if (article.published() != null) {
      details.add(DateFinder.format(DateRange.day(article.published())));
    }
    return "“"
        + article.headline()
        + "”"
        + (details.isEmpty() ? "" : " (" + String.join(", ", details) + ")");
  }

  static Note more(long left) {
    var words =
        left == 1
            ? "One more article was counted and is not shown."
            : String.format(Locale.ROOT, "%d more articles were counted and are not shown.", left);
    return new Note(Note.Type.MORE, words, List.of(String.valueOf(left)));
  }

  static Note rule(ArticleQuery query) {
    return new Note(
        Note.Type.COUNTED,
        CountingRule.of(query),
        query.names().stream().flatMap(name -> name.names().stream()).distinct().toList());
  }
}
