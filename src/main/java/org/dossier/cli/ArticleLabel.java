package org.dossier.cli;

import java.time.LocalDate;
import java.util.Locale;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.web.json.ArticleJson;
import org.jspecify.annotations.Nullable;

/// An article in one line, as it is shown with its quotations.
final class ArticleLabel {
  private ArticleLabel() {}

  /// Title (in bold), publisher and day of publication, as far as they are known.
  static String headline(ArticleJson article) {
    var title = line(article.title());
    var headline = new StringBuilder(Terminal.bold(title.isEmpty() ? "(untitled)" : title));
    var publisher = line(article.publisher());
    if (!publisher.isEmpty()) {
      headline.append(" — ").append(publisher);
    }
    if (article.published() != null) {
      headline.append(publisher.isEmpty() ? " — " : ", ").append(day(article.published()));
      headline.append(article.publishedInferred() ? " (inferred)" : "");
    }
    return headline.toString();
  }

  /// The URL of the article, or its id in the archive if it has none.
  static String location(ArticleJson article) {
    var url = line(article.url());
    return url.isEmpty() ? line(article.id()) : url;
  }

  private static String line(@Nullable String text) {
    return text == null ? "" : TerminalSanitizer.line(text);
  }

  /// `2011-11-11` as `11 November 2011`.
  private static String day(LocalDate day) {
    var month = day.getMonth().name();
    return "%d %s %d"
        .formatted(
            day.getDayOfMonth(),
            month.charAt(0) + month.substring(1).toLowerCase(Locale.ROOT),
            day.getYear());
  }
}
