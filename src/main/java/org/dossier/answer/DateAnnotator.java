package org.dossier.answer;

import java.util.HashSet;
import org.dossier.archive.Article;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;

/// An article's own words, with the dates that they leave to the reader in brackets behind them:
/// "on Friday (11 November 2011)".
final class DateAnnotator {
  private DateAnnotator() {}

  /// The words of `article` at `span`, each date that counts from the day of publication resolved
  /// once. Without a known day of publication nothing is added.
  static String of(Article article, Span span) {
    var words = span.of(article.text());
    var dated = new StringBuilder();
    var told = new HashSet<DateRange>();
    int copied = 0;
    for (var mention : DateFinder.find(words, article.published())) {
      var range = mention.range();
      if (!mention.relative() || range == null || !told.add(range)) {
        continue;
      }
      dated.append(words, copied, mention.span().end());
      dated.append(" (").append(DateFinder.format(range)).append(')');
      copied = mention.span().end();
    }
    return dated.append(words, copied, words.length()).toString();
  }
}
