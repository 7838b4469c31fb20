package org.dossier.retrieval;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.ListedArticle;

/// How often an archive is fed: the mean number of days from one day of publication to the next,
/// among the newest articles.
///
/// @param days 0 if fewer than two days of publication are known
public record PublicationRhythm(double days) {
  private static final int NEWEST_ARTICLES = 100;

  static PublicationRhythm of(IndexSnapshot snapshot) {
    return of(
        snapshot.list(ArticleQuery.all(List.of(), Filters.NONE), null, NEWEST_ARTICLES).stream()
            .map(ListedArticle::published)
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  /// @param newestFirst distinct days of publication
  static PublicationRhythm of(List<LocalDate> newestFirst) {
    if (newestFirst.size() < 2) {
      return new PublicationRhythm(0);
    }
    long span = ChronoUnit.DAYS.between(newestFirst.getLast(), newestFirst.getFirst());
    return new PublicationRhythm((double) span / (newestFirst.size() - 1));
  }
}
