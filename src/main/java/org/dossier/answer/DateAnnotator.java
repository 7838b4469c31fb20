package org.dossier.answer;

import java.util.HashSet;
import org.dossier.archive.Article;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;

/// Adds resolved dates to an article's own words, in brackets after each relative date: "on Friday
/// (11 November 2011)".
final class DateAnnotator {
  private DateAnnotator() {}

  /// The words of `article` at `span`, with each relative date resolved once. Without a known day
  /// of publication nothing is added.
  static String annotate(Article article, Span span) {
    var words = span.of(article.text());
    var annotated = new StringBuilder();
    var resolved = new HashSet<DateRange>();
    int copied = 0;
    for (var mention : DateFinder.find(words, article.published())) {
      var range = mention.range();
      if (!mention.relative() || range == null || !resolved.add(range)) {
        continue;
      }
      annotated.append(words, copied, mention.span().end());
      annotated.append(" (").append(DateFinder.format(range)).append(')');
      copied = mention.span().end();
    }
    return annotated.append(words, copied, words.length()).toString();
  }
}
