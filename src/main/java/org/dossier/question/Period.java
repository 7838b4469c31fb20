package org.dossier.question;

import java.time.LocalDate;
import java.util.List;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// A period that a question names.
///
/// @param range its days, as understood on the day of asking
/// @param asOf true if the question asks what was known at its end: "as of 2012"
/// @param anyYear true if the question names no year: "in March" means the last one, unless the
///   archive only has articles about another one
public record Period(DateRange range, boolean asOf, boolean anyYear) {
  /// A month without a year may be answered by the same month of another year, a longer period may
  /// not.
  private static final int DAYS_OF_A_MONTH = 31;

  /// True if the day is in the period.
  public boolean contains(@Nullable LocalDate day) {
    return day != null && range.contains(day);
  }

  /// True if the days are in the period, or in the same days of another year if the question names
  /// no year.
  public boolean overlaps(DateRange days) {
    return range.overlaps(days) || (anyYear && isShort(days) && overlapsInAnotherYear(days));
  }

  /// True if the day is in the period, or in the same days of another year if the question names no
  /// year.
  public boolean isDuring(@Nullable LocalDate day) {
    return day != null && overlaps(DateRange.day(day));
  }

  private boolean overlapsInAnotherYear(DateRange days) {
    int years = days.from().getYear() - range.from().getYear();
    return List.of(years, years + 1).stream()
        .anyMatch(difference ->
            new DateRange(range.from().plusYears(difference), range.to().plusYears(difference))
                .overlaps(days));
  }

  private static boolean isShort(DateRange days) {
    return !days.to().isAfter(days.from().plusDays(DAYS_OF_A_MONTH));
  }
}
