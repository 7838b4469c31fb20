package org.dossier.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;
import org.dossier.web.json.ArticleJson;
import org.dossier.web.json.ReprintJson;
import org.jspecify.annotations.Nullable;

/// An article in one line, as it is shown with its quotations.
final class ArticleLabel {
  private static final int MAX_REPRINTS = 10;

  private ArticleLabel() {}

  /// Title (in bold), publisher and day of publication, as far as they are known. The id, which
  /// contains the name of the file, replaces an unknown title.
  static String headline(ArticleJson article) {
    var headline = new StringBuilder(Terminal.bold(title(article)));
    var publisher = line(article.publisher());
    if (!publisher.isEmpty()) {
      headline.append(" — ").append(publisher);
    }
    if (article.published() != null) {
      headline
          .append(publisher.isEmpty() ? " — " : ", ")
          .append(DateFinder.format(DateRange.day(article.published())));
      headline.append(article.publishedInferred() ? " (inferred)" : "");
    }
    return headline.toString();
  }

  /// The URL of the article, or its id in the archive if it has none.
  static String location(ArticleJson article) {
    var url = line(article.url());
    return url.isEmpty() ? line(article.id()) : url;
  }

  /// The publishers of the reprints, such as "Also in 2: Gull, Tern"; empty if there are no
  /// reprints.
  static String alsoIn(List<ReprintJson> reprints) {
    if (reprints.isEmpty()) {
      return "";
    }
    var names =
        reprints.stream()
            .limit(MAX_REPRINTS)
            .map(reprint -> line(reprint.name()))
            .collect(Collectors.joining(", "));
    return "Also in %d: %s%s"
        .formatted(reprints.size(), names, reprints.size() > MAX_REPRINTS ? ", …" : "");
  }

  private static String title(ArticleJson article) {
    var title = line(article.title());
    return title.isEmpty() ? line(article.id()) : title;
  }

  private static String line(@Nullable String text) {
    return text == null ? "" : TerminalSanitizer.line(text);
  }

  /// The page of a quotation or a passage after it; empty if its article has no pages.
  static String page(@Nullable Integer page) {
    return page == null ? "" : " (p. " + page + ")";
  }
}
