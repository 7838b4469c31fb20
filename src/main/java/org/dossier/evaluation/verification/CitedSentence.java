package org.dossier.evaluation.verification;

import java.util.List;
import java.util.regex.Pattern;
import org.dossier.archive.Article;
import org.dossier.text.Span;
import org.dossier.verification.Source;

/// A sentence of an article that a synthetic statement cites.
///
/// @param text the sentence on one line, with normalized white space
/// @param before the preceding sentence; empty if it is the first
/// @param after the following sentence; empty if it is the last
record CitedSentence(Article article, String text, String before, String after) {
  private static final Pattern QUOTED =
      Pattern.compile("\"([^\"]*)(?:\"|$)|“([^”]*)(?:”|$)|(?<!\\p{L})‘([^’]*)’(?!\\p{L})");

  /// The source for the verifier: the sentence, with the headline and its neighbours as context.
  Source source() {
    var context = String.join("\n", List.of(article.headline(), before, after)).strip();
    return new Source(text, context, article.published());
  }

  /// The spans within quotation marks, without the marks.
  List<Span> quotations() {
    return QUOTED
        .matcher(text)
        .results()
        .map(quoted -> new Span(quoted.start() + 1, Math.max(quoted.start() + 1, quoted.end() - 1)))
        .toList();
  }

  /// True if `span` overlaps words within quotation marks, which must not be changed.
  boolean isQuoted(Span span) {
    return quotations().stream().anyMatch(span::overlaps);
  }

  /// The following sentence, as a source of its own.
  Source next() {
    return new Source(after, article.headline() + "\n" + text, article.published());
  }
}
