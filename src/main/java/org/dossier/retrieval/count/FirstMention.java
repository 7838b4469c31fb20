package org.dossier.retrieval.count;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.search.ArticleQuery;
import org.dossier.text.Span;
import org.dossier.text.name.MentionWord;
import org.dossier.text.name.MentionedName;
import org.dossier.text.sentence.SentenceSplitter;

/// Finds the first mention of the names of a query in an article, and the sentences to quote.
///
/// @param query the query that counts the article
record FirstMention(ArticleQuery query) {
  /// Most articles mention at their beginning what they are counted for. The rest of a long text is
  /// read only if this number of characters has no mention.
  private static final int BEGINNING = 2_000;

  /// The article with its first mention; empty if its current version has none, because it was
  /// changed since it was indexed.
  Optional<CountedArticle> in(ArticleVersion source) {
    var article = source.article();
    var mention = find(article.text());
    if (mention.isEmpty() && !query.names().isEmpty() && !isInTitle(article)) {
      return Optional.empty();
    }
    return Optional.of(
        new CountedArticle(source, mention.orElse(null), quote(article.text(), mention)));
  }

  private boolean isInTitle(Article article) {
    return article.title() != null && first(article.title()).isPresent();
  }

  private Optional<Span> find(String text) {
    // A mention in the first half of the cut text ends in it.
    int cut = 2 * BEGINNING;
    var early =
        text.length() <= cut
            ? Optional.<Span>empty()
            : first(text.substring(0, cut)).filter(mention -> mention.start() < BEGINNING);
    return early.isPresent() ? early : first(text);
  }

  private Optional<Span> first(String text) {
    var words = query.names().isEmpty() ? List.<MentionWord>of() : MentionWord.of(text);
    return query.names().stream()
        .map((MentionedName name) -> name.first(words))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /// The sentences of the mention; without a mention, the first sentence.
  private static Span quote(String text, Optional<Span> mention) {
    var sentences = SentenceSplitter.splitAt(text, mention.orElse(new Span(0, 1)));
    if (sentences.isEmpty() || mention.isEmpty()) {
      return sentences.isEmpty() ? new Span(0, text.length()) : sentences.getFirst();
    }
    return new Span(
        Math.min(mention.get().start(), sentences.getFirst().start()),
        Math.max(mention.get().end(), sentences.getLast().end()));
  }
}
