package org.dossier.text.date;

import static org.dossier.text.date.DatePattern.has;
import static org.dossier.text.date.DatePattern.number;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.MatchResult;
import org.dossier.text.Weekdays;

/// Resolves the date that a text mentions, from its day of publication.
final class DateResolver {
  /// 29 February recurs after at most eight years (1896 to 1904).
  private static final int YEARS_TO_LEAP = 8;

  private DateResolver() {}

  /// The last `day` not after `published`; the next one not before it if `future`.
  static LocalDate weekday(DayOfWeek day, LocalDate published, boolean future) {
    return published.with(
        future ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day));
  }

  /// The last such month not after that of `published`; the next one not before it if `future`.
  static YearMonth month(int month, LocalDate published, boolean future) {
    YearMonth now = YearMonth.from(published);
    YearMonth same = now.withMonth(month);
    if (future) {
      return same.isBefore(now) ? same.plusYears(1) : same;
    }
    return same.isAfter(now) ? same.minusYears(1) : same;
  }

  /// The year of a day of `month` without a year. A weekday in the mention decides, if it fits.
  static int yearOf(int month, MatchResult match, LocalDate published, boolean future) {
    int day = number(match, "day");
    if (has(match, "weekday")) {
      DayOfWeek weekday = Weekdays.of(match.group("weekday"));
      for (int year : new int[] {0, future ? 1 : -1, future ? -1 : 1}) {
        YearMonth days = YearMonth.of(published.getYear() + year, month);
        if (days.isValidDay(day) && days.atDay(day).getDayOfWeek() == weekday) {
          return days.getYear();
        }
      }
    }
    int last = has(match, "until") ? number(match, "until") : day;
    return nearestYear(month, day, last, published, future);
  }

  private static int nearestYear(
      int month, int day, int last, LocalDate published, boolean future) {
    int step = future ? 1 : -1;
    for (int years = 0; years <= YEARS_TO_LEAP; years++) {
      YearMonth days = YearMonth.of(published.getYear() + step * years, month);
      if (days.isValidDay(day)) {
        LocalDate date = days.atDay(day);
        LocalDate end = days.isValidDay(last) ? days.atDay(last) : date;
        boolean fits = future ? !end.isBefore(published) : !date.isAfter(published);
        if (fits) {
          return date.getYear();
        }
      }
    }
    throw new IllegalArgumentException("month " + month + " has no day " + day);
  }
}
