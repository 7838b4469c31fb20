package org.dossier.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;

/// An article in a line, as it is shown with what it says.
final class ArticleLabel {
  private ArticleLabel() {}

  /// Title (in bold), publisher and day of publication, as far as they are known.
  static String headline(JsonNode article) {
    var title = TerminalSanitizer.line(article.path("title").asText(""));
    var headline = new StringBuilder(Terminal.bold(title.isEmpty() ? "(untitled)" : title));
    var publisher = TerminalSanitizer.line(article.path("publisher").asText(""));
    if (!publisher.isEmpty()) {
      headline.append(" — ").append(publisher);
    }
    var published = TerminalSanitizer.line(article.path("published").asText(""));
    if (!published.isEmpty()) {
      headline.append(publisher.isEmpty() ? " — " : ", ").append(day(published));
      headline.append(article.path("publishedInferred").asBoolean() ? " (inferred)" : "");
    }
    return headline.toString();
  }

  /// Where it can be read: its address, or its id in the archive.
  static String place(JsonNode article) {
    var url = article.path("url").asText("");
    return TerminalSanitizer.line(url.isEmpty() ? article.path("id").asText("") : url);
  }

  /// `2011-11-11` as `11 November 2011`.
  private static String day(String iso) {
    try {
      var day = LocalDate.parse(iso);
      var month = day.getMonth().name();
      return "%d %s %d"
          .formatted(
              day.getDayOfMonth(),
              month.charAt(0) + month.substring(1).toLowerCase(Locale.ROOT),
              day.getYear());
    } catch (DateTimeParseException _) {
      return iso;
    }
  }
}
