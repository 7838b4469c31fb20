package org.dossier.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.archive.reprint.Reprints;
import org.dossier.question.Question;
import org.dossier.search.Hit;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.IndexedPassage;
import org.dossier.search.TermAnalyzer;
import org.dossier.text.Span;

/// Replaces passages of reprints by those of the article to cite, so that one text is one source,
/// regardless of the number of articles that print it. For one retrieval.
///
/// Only articles that the filters of the question accept are cited or listed.
final class ReprintMerger {
  /// The share of the terms of a passage that the passage of the cited article must have. A reprint
  /// may be edited, and its passages may begin at other sentences.
  private static final double SAME_PASSAGE = 0.5;

  /// The share that a second passage must add, if the words of one are distributed over two.
  private static final double CONTINUATION = 0.2;

  /// The share of the terms of a sentence that no passage of the cited article has, from which on
  /// the sentence is the reprint's own. Words of a sentence may have been exchanged.
  private static final double LOST = 0.6;

  private final Reprints reprints;
  private final Question question;
  private final TermAnalyzer analyzer;
  private final IndexSnapshot indexSnapshot;
  private final Map<String, Long> groups;
  private final Map<Long, List<ArticleVersion>> accepted = new HashMap<>();

  /// @param ids the articles of all hits
  ReprintMerger(
      Reprints reprints,
      Question question,
      List<String> ids,
      TermAnalyzer analyzer,
      IndexSnapshot indexSnapshot) {
    this.reprints = reprints;
    this.question = question;
    this.analyzer = analyzer;
    this.indexSnapshot = indexSnapshot;
    this.groups = reprints.groups(ids);
  }

  /// A passage of an article.
  ///
  /// @param reprints the other articles with its text
  record Merged(ArticleVersion source, Passage passage, List<ArticleVersion> reprints) {
    String text() {
      return passage.span().of(source.article().text());
    }
  }

  /// The passages to use for `hit`: that of the hit itself, or those of the article to cite that
  /// have the same words. Words that only a reprint has remain evidence of that reprint.
  ///
  /// @param source the current version of the article of the hit
  List<Merged> merge(Hit hit, ArticleVersion source) {
    var own = new Passage(hit.ordinal(), hit.span(), hit.sentences());
    var group = groups.get(hit.articleId());
    var articles = group == null ? List.<ArticleVersion>of() : accepted(group);
    if (articles.size() < 2) {
      return List.of(new Merged(source, own, List.of()));
    }
    var cited = articles.getFirst();
    if (!isSame(cited, source)) {
      var passages = passagesWith(own, source, cited);
      if (!passages.isEmpty()) {
        return passages.stream()
            .map(passage -> new Merged(cited, passage, without(cited, articles)))
            .toList();
      }
    }
    return List.of(new Merged(source, own, without(source, articles)));
  }

  private List<ArticleVersion> accepted(long group) {
    return accepted.computeIfAbsent(
        group, _ -> reprints.articles(group).stream().filter(this::isAccepted).toList());
  }

  private boolean isAccepted(ArticleVersion version) {
    var article = version.article();
    return question.filters().accept(article.published(), article.publisher())
        && !question.exclusions().exclude(article);
  }

  private static List<ArticleVersion> without(
      ArticleVersion version, List<ArticleVersion> articles) {
    return articles.stream().filter(other -> !isSame(other, version)).toList();
  }

  private static boolean isSame(ArticleVersion one, ArticleVersion other) {
    return one.article().id().equals(other.article().id());
  }

  /// The one or two passages of `cited` that have the words of `passage`; empty if they lack most
  /// words of the passage or of one of its sentences, so that no words are lost.
  private List<Passage> passagesWith(Passage passage, ArticleVersion source, ArticleVersion cited) {
    var sentences =
        passage.sentences().stream().map(sentence -> terms(sentence, source.article())).toList();
    var terms = new HashSet<String>();
    sentences.forEach(terms::addAll);
    var indexed =
        indexSnapshot.passagesOf(cited.article().id()).stream()
            .filter(other -> other.version().equals(cited.version()))
            .map(ReprintMerger::passage)
            .toList();
    var found = new ArrayList<Sharing>();
    var left = new HashSet<>(terms);
    for (double least : List.of(SAME_PASSAGE, CONTINUATION)) {
      best(indexed, cited, left)
          .filter(sharing -> sharing.shared().size() >= least * terms.size())
          .ifPresent(sharing -> {
            found.add(sharing);
            left.removeAll(sharing.shared());
          });
    }
    boolean loses = sentences.stream().anyMatch(sentence -> isMostlyIn(sentence, left));
    return found.isEmpty() || loses ? List.of() : found.stream().map(Sharing::passage).toList();
  }

  private static boolean isMostlyIn(Set<String> sentence, Set<String> left) {
    long lost = sentence.stream().filter(left::contains).count();
    return lost > LOST * sentence.size();
  }

  private Set<String> terms(Span span, Article article) {
    return analyzer.distinctTerms(span.of(article.text()), article.language());
  }

  /// @param shared those of the terms that the passage has
  private record Sharing(Passage passage, Set<String> shared) {}

  private Optional<Sharing> best(List<Passage> passages, ArticleVersion cited, Set<String> terms) {
    return passages.stream()
        .map(passage -> {
          var shared = new HashSet<>(terms(passage.span(), cited.article()));
          shared.retainAll(terms);
          return new Sharing(passage, shared);
        })
        .max(
            Comparator.comparingInt((Sharing sharing) -> sharing.shared().size())
                .thenComparingInt(sharing -> -sharing.passage().ordinal()));
  }

  private static Passage passage(IndexedPassage indexed) {
    var sentences = indexed.sentences();
    var span = new Span(sentences.getFirst().start(), sentences.getLast().end());
    return new Passage(indexed.ordinal(), span, sentences);
  }
}
