package org.dossier.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.answer.Abstained.Reason;
import org.dossier.archive.ArticleVersion;
import org.dossier.question.NameMatcher;
import org.dossier.question.RequiredMentions;
import org.dossier.retrieval.Evidence;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;

/// Finds the reason why the evidence cannot answer a question, before any sentence is chosen.
final class Abstentions {
  private Abstentions() {}

  /// @param reason for programs
  /// @param explanation one sentence for people
  record Cause(Reason reason, String explanation) {}

  /// The names and years of the question that no evidence mentions, or that no article mentions
  /// together.
  static Optional<Cause> findUnmentioned(RequiredMentions question, List<Evidence> evidence) {
    var articles = articles(evidence);
    // In most cases the first article mentions all of them, and the others need not be read.
    if (articles.stream().anyMatch(article -> missing(question, List.of(article)).isEmpty())) {
      return Optional.empty();
    }
    var missing = missing(question, articles);
    if (!missing.isEmpty()) {
      return Optional.of(
          new Cause(
              Reason.NOT_MENTIONED,
              "Nothing that was found in the archive mentions " + enumerate(missing, "or") + "."));
    }
    return Optional.of(
        new Cause(
            Reason.NOT_MENTIONED,
            "The archive mentions %s, but no article that was found mentions them together."
                .formatted(enumerate(required(question), "and"))));
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
            : articles.stream().map(Abstentions::words).toList();
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

  private static List<String> required(RequiredMentions question) {
    var required = new ArrayList<>(question.names());
    question.years().forEach(range -> required.add(DateFinder.format(range)));
    return required;
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

  /// “A”, “B” and “C”.
  private static String enumerate(List<String> words, String conjunction) {
    var quoted = words.stream().map(word -> "“" + word + "”").collect(Collectors.toList());
    if (quoted.size() == 1) {
      return quoted.getFirst();
    }
    var last = quoted.removeLast();
    return String.join(", ", quoted) + " " + conjunction + " " + last;
  }
}
