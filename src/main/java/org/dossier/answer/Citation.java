package org.dossier.answer;

import java.util.List;
import org.dossier.archive.ArticleVersion;
import org.dossier.text.Pages;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// A reference from an answer to the exact words of one version of one article.
///
/// @param number the number by which the answer's statements refer to it, from 1
/// @param source the article version that was read
/// @param span the place of the words in its text; never empty
/// @param alsoIn the other articles that print the text of the article, in the order of preference
public record Citation(int number, ArticleVersion source, Span span, List<ArticleVersion> alsoIn) {
  public Citation {
    alsoIn = List.copyOf(alsoIn);
    if (number < 1) {
      throw new IllegalArgumentException("citation numbers start at 1: " + number);
    }
    if (span.length() == 0 || span.end() > source.article().text().length()) {
      throw new IllegalArgumentException(
          "citation %d refers to %s, outside the %d characters of %s"
              .formatted(number, span, source.article().text().length(), source.article().id()));
    }
  }

  /// A citation of an article without reprints.
  public Citation(int number, ArticleVersion source, Span span) {
    this(number, source, span, List.of());
  }

  /// The page on which the words begin, from 1; `null` if the text has no pages.
  public @Nullable Integer page() {
    return Pages.at(source.article().text(), span.start());
  }

  /// The exact words: always the article's text at the span.
  public String quote() {
    return span.of(source.article().text());
  }
}
