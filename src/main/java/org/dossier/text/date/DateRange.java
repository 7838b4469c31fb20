package org.dossier.text.date;

import java.time.LocalDate;
import java.time.YearMonth;

/// A day or consecutive days, both ends inclusive: "11 November 2011", "October 2011", "2014".
public record DateRange(LocalDate from, LocalDate to) {
  public DateRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the range ends before it starts: " + from + " to " + to);
    }
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
