package org.dossier.answer.mention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dossier.archive.ArticleVersion;
import org.dossier.question.NameMatcher;
import org.dossier.question.RequiredMentions;
import org.dossier.retrieval.Evidence;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;

/// Which of the names and years of a question the evidence mentions.
///
/// @param missing those that no article mentions
/// @param none true if the question names something and no article mentions any of it
/// @param together true if one article mentions all of them
public record Mentions(List<String> missing, boolean none, boolean together) {
  /// Nothing is missing.
  public static final Mentions ALL = new Mentions(List.of(), false, true);

  public Mentions {
    missing = List.copyOf(missing);
  }

  /// True if nothing is missing.
  public boolean complete() {
    return missing.isEmpty();
  }

  /// The same without further words, which the archive lacks.
  public Mentions without(List<String> words) {
    return words.isEmpty()
        ? this
        : new Mentions(Stream.concat(missing.stream(), words.stream()).toList(), none, false);
  }

  /// Finds which names and years of `question` the articles of `evidence` mention.
  public static Mentions find(RequiredMentions question, List<Evidence> evidence) {
    var articles = articles(evidence);
    // In most cases the first article mentions all of them, and the others need not be read.
    if (articles.stream().anyMatch(article -> missing(question, List.of(article)).isEmpty())) {
      return ALL;
    }
    var missing = missing(question, articles);
    int required = question.names().size() + question.years().size();
    return new Mentions(missing, missing.size() == required, false);
  }

  private static List<ArticleVersion> articles(List<Evidence> evidence) {
    Map<String, ArticleVersion> byId = new LinkedHashMap<>();
    evidence.forEach(e -> byId.putIfAbsent(e.source().article().id(), e.source()));
    return List.copyOf(byId.values());
  }

  private static List<String> missing(RequiredMentions question, List<ArticleVersion> articles) {
    var missing = new ArrayList<String>();
    var matches =
        question.names().isEmpty()
            ? List.<NameMatcher>of()
            : articles.stream().map(Mentions::words).toList();
    for (var name : question.names()) {
      if (matches.stream().noneMatch(match -> match.matches(name))) {
        missing.add(name);
      }
    }
    for (var range : question.years()) {
      if (articles.stream().noneMatch(article -> speaksOf(range, article))) {
        missing.add(DateFinder.format(range));
      }
    }
    return missing;
  }

  private static NameMatcher words(ArticleVersion version) {
    var article = version.article();
    return NameMatcher.of(
        Stream.of(
                article.headline(),
                article.publisher(),
                String.join(" ", article.authors()),
                article.text())
            .filter(Objects::nonNull)
            .toList());
  }

  /// True if the article was published in the range or mentions a date that overlaps it.
  private static boolean speaksOf(DateRange range, ArticleVersion version) {
    var article = version.article();
    var published = article.published();
    return (published != null && range.contains(published))
        || DateFinder.find(article.text(), published).stream()
            .anyMatch(date -> date.range() != null && date.range().overlaps(range));
  }
}
