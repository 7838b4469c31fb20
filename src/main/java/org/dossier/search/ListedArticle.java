package org.dossier.search;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// An article in the list of those that a query counts, which is sorted by publication, the newest
/// first and those without a date last, then by id.
///
/// @param id its id
/// @param published the day of publication; `null` if unknown
public record ListedArticle(String id, @Nullable LocalDate published)
    implements Comparable<ListedArticle> {
  private static final Comparator<ListedArticle> NEWEST_FIRST =
      Comparator.comparing(
              ListedArticle::published, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(ListedArticle::id);

  @Override
  public int compareTo(ListedArticle other) {
    return NEWEST_FIRST.compare(this, other);
  }
}
