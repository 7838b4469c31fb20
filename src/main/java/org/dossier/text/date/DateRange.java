package org.dossier.text.date;

import java.time.LocalDate;
import java.time.YearMonth;

/// A day or consecutive days, both ends inclusive: "11 November 2011", "October 2011", "2014". A
/// range without a start begins on the first day of year 1.
public record DateRange(LocalDate from, LocalDate to) {
  public DateRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the range ends before it starts: " + from + " to " + to);
    }
  }

  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  /// All days up to this one.
  public static DateRange until(LocalDate day) {
    return new DateRange(FIRST_DAY, day);
  }

  public static DateRange day(LocalDate day) {
    return new DateRange(day, day);
  }

  /// A whole month.
  public static DateRange month(YearMonth month) {
    return new DateRange(month.atDay(1), month.atEndOfMonth());
  }

  /// Whole years, both inclusive.
  public static DateRange years(int first, int last) {
    return new DateRange(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
  }

  /// True if it has no start.
  public boolean isOpen() {
    return from.equals(FIRST_DAY);
  }

  public boolean isDay() {
    return from.equals(to);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public boolean overlaps(DateRange other) {
    return !to.isBefore(other.from) && !other.to.isBefore(from);
  }
}
