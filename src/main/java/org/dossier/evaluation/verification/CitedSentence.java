package org.dossier.evaluation.verification;

import java.util.List;
import java.util.regex.Pattern;
import org.dossier.archive.Article;
import org.dossier.text.Span;
import org.dossier.verification.Source;

/// A sentence of an article that a made statement cites.
///
/// @param text the sentence on one line, white space folded
/// @param before the sentence before it; empty where there is none
/// @param after the sentence behind it; empty where there is none
record CitedSentence(Article article, String text, String before, String after) {
  private static final Pattern QUOTED =
      Pattern.compile("\"([^\"]*)(?:\"|$)|“([^”]*)(?:”|$)|(?<!\\p{L})‘([^’]*)’(?!\\p{L})");

  /// What the checker is given: the sentence, and around it the headline and its neighbours.
  Source source() {
    var context = String.join("\n", List.of(article.headline(), before, after)).strip();
    return new Source(text, context, article.published());
  }

  /// Where words stand in quotation marks, the marks left out.
  List<Span> quotations() {
    return QUOTED
        .matcher(text)
        .results()
        .map(quoted -> new Span(quoted.start() + 1, Math.max(quoted.start() + 1, quoted.end() - 1)))
        .toList();
  }

  /// Whether `span` touches words in quotation marks, which stay as they are.
  boolean isQuoted(Span span) {
    return quotations().stream().anyMatch(span::overlaps);
  }

  /// The sentence behind it, as a source of its own.
  Source next() {
    return new Source(after, article.headline() + "\n" + text, article.published());
  }
}
