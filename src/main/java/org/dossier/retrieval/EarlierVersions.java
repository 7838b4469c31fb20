package org.dossier.retrieval;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.archive.PassageSplitter;
import org.dossier.search.Hit;
import org.dossier.search.TermAnalyzer;
import org.dossier.text.Span;

/// Replaces passages of articles that were changed after a day by those of the versions of that
/// day. The index contains current versions only: an article is found by its current text, and then
/// read as it was. For one retrieval.
final class EarlierVersions {
  private final Archive archive;
  private final TermAnalyzer analyzer;
  private final String question;
  private final LocalDate day;
  private final Map<String, Optional<ArticleVersion>> versions = new HashMap<>();
  private final Map<String, Set<Passage>> used = new HashMap<>();

  EarlierVersions(Archive archive, TermAnalyzer analyzer, String question, LocalDate day) {
    this.archive = archive;
    this.analyzer = analyzer;
    this.question = question;
    this.day = day;
  }

  /// A passage of the version of that day.
  ///
  /// @param scores those of the hit, less if the earlier passage has fewer words of the question
  record Found(ArticleVersion source, Passage passage, Evidence.Scores scores) {}

  /// The passage of the version of that day with the most words of the question that was not
  /// returned before; empty if the article had no version then, or none of the words.
  ///
  /// @param current the current version of the article of the hit
  Optional<Found> find(Hit hit, ArticleVersion current, Evidence.Scores scores) {
    var own = new Passage(hit.ordinal(), hit.span(), hit.sentences());
    return versions
        .computeIfAbsent(hit.articleId(), id -> archive.findAsOf(id, day))
        .flatMap(version ->
            version.version().equals(current.version())
                ? Optional.of(new Found(current, own, scores))
                : earlier(version, shared(own.span(), current.article()), scores));
  }

  private Optional<Found> earlier(ArticleVersion version, int sharedNow, Evidence.Scores scores) {
    var article = version.article();
    var before = used.computeIfAbsent(article.id(), _ -> new HashSet<>());
    return PassageSplitter.split(article).stream()
        .filter(passage -> !before.contains(passage))
        .max(
            Comparator.comparingInt((Passage passage) -> shared(passage.span(), article))
                .thenComparingInt(passage -> -passage.ordinal()))
        .filter(passage -> shared(passage.span(), article) > 0)
        .map(passage -> {
          before.add(passage);
          double share =
              Math.min(1, shared(passage.span(), article) / (double) Math.max(1, sharedNow));
          return new Found(
              version,
              passage,
              new Evidence.Scores(share * scores.bm25(), scores.cosine(), share * scores.fused()));
        });
  }

  /// The number of words of the question in a part of the text.
  private int shared(Span span, Article article) {
    var terms = new HashSet<>(analyzer.distinctTerms(span.of(article.text()), article.language()));
    terms.retainAll(List.copyOf(analyzer.distinctTerms(question, article.language())));
    return terms.size();
  }
}
