package org.dossier.cli;

import java.util.Locale;
import org.dossier.archive.Archive;

/// A summary of an archive as text: `5 articles, 2011 to 2021`.
public final class ArchiveSummaryText {
  private ArchiveSummaryText() {}

  public static String format(Archive.Summary summary) {
    var articles = articles(summary.articles());
    if (summary.earliest() == null || summary.latest() == null) {
      return articles;
    }
    int first = summary.earliest().getYear();
    int last = summary.latest().getYear();
    return articles + ", " + (first == last ? String.valueOf(first) : first + " to " + last);
  }

  /// `1 article`, `5,012 articles`.
  static String articles(long number) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? "article" : "articles");
  }
}
