package org.dossier.text.date;

import static org.dossier.text.date.DatePattern.has;
import static org.dossier.text.date.DatePattern.inTense;
import static org.dossier.text.date.DatePattern.number;
import static org.dossier.text.date.DatePattern.span;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.MatchResult;
import org.dossier.text.Months;
import org.jspecify.annotations.Nullable;

/// Spans from a day of one month to a day of another or the same: "May 3 to May 9", "28 April – 3
/// May 2021".
final class DateSpanPatterns {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2199;
  private static final int YEARS_TO_LEAP = 8;

  private static final String TO = "(?: ?+[-–—] ?+| (?:to|through|until|till) )";
  private static final String DAY = "(?<day>\\p{Nd}{1,2}+)(?:st|nd|rd|th)?+";
  private static final String LAST_DAY = "(?<lastDay>\\p{Nd}{1,2}+)(?:st|nd|rd|th)?+";
  private static final String MONTH = "(?<month>\\p{L}{3,9}+)";
  private static final String LAST_MONTH = "(?<lastMonth>\\p{L}{3,9}+)";
  private static final String YEAR = "(?:,?+ " + DatePattern.YEAR + ")?+(?![\\p{L}\\p{Nd}])";

  private DateSpanPatterns() {}

  static List<DatePattern> forms() {
    return List.of(
        new DatePattern(
            Months.englishNames(),
            MONTH + "\\.?+ " + DAY + TO + LAST_MONTH + "\\.?+ " + LAST_DAY + YEAR,
            DateSpanPatterns::read),
        new DatePattern(
            List.of(DatePatterns.NUMBER),
            DAY + " " + MONTH + "\\.?+" + TO + LAST_DAY + " " + LAST_MONTH + YEAR,
            DateSpanPatterns::read));
  }

  private static @Nullable DateMention read(
      MatchResult match, String text, @Nullable LocalDate published) {
    // A leap year, so that 29 February is a day.
    if (range(match, 2000) == null) {
      return null;
    }
    if (has(match, "year")) {
      int year = number(match, "year");
      DateRange range = year < FIRST_YEAR || year > LAST_YEAR ? null : endingIn(match, year);
      return range == null ? null : new DateMention(span(match), range, false);
    }
    return inTense(match, text, published, (day, future) -> nearest(match, day, future));
  }

  /// The last such days that do not begin after `published`; if `future`, the next ones that do not
  /// end before it.
  private static DateRange nearest(MatchResult match, LocalDate published, boolean future) {
    int step = future ? 1 : -1;
    for (int years = -1; years <= YEARS_TO_LEAP; years++) {
      DateRange range = range(match, published.getYear() + step * years);
      if (range != null && fits(range, published, future)) {
        return range;
      }
    }
    throw new IllegalArgumentException("no such days near " + published);
  }

  private static boolean fits(DateRange range, LocalDate published, boolean future) {
    return future ? !range.to().isBefore(published) : !range.from().isAfter(published);
  }

  private static @Nullable DateRange endingIn(MatchResult match, int year) {
    DateRange range = range(match, year);
    return range == null || range.to().getYear() == year ? range : range(match, year - 1);
  }

  /// The days that begin in `year`; `null` if that year lacks one of them.
  private static @Nullable DateRange range(MatchResult match, int year) {
    LocalDate from = day(year, match.group("month"), number(match, "day"));
    LocalDate to = day(year, match.group("lastMonth"), number(match, "lastDay"));
    if (from != null && to != null && to.isBefore(from)) {
      to = day(year + 1, match.group("lastMonth"), number(match, "lastDay"));
    }
    return from == null || to == null ? null : new DateRange(from, to);
  }

  private static @Nullable LocalDate day(int year, String name, int day) {
    int month = Months.english(name);
    return month == 0 || !YearMonth.of(year, month).isValidDay(day)
        ? null
        : LocalDate.of(year, month, day);
  }
}
