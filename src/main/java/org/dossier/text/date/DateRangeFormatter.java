package org.dossier.text.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Formats dates for readers.
final class DateRangeFormatter {
  private static final DateTimeFormatter DAY = pattern("d MMMM uuuu");
  private static final DateTimeFormatter DAY_OF_YEAR = pattern("d MMMM");
  private static final DateTimeFormatter MONTH = pattern("MMMM uuuu");
  private static final DateTimeFormatter MONTH_OF_YEAR = pattern("MMMM");

  private DateRangeFormatter() {}

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  static String format(DateRange range) {
    LocalDate from = range.from();
    LocalDate to = range.to();
    if (range.isOpen()) {
      return "until " + DAY.format(to);
    }
    if (range.isDay()) {
      return DAY.format(from);
    }
    boolean wholeMonths = from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
    if (wholeMonths && from.getMonthValue() == 1 && to.getMonthValue() == 12) {
      return years(from.getYear(), to.getYear());
    }
    return wholeMonths ? months(from, to) : days(from, to);
  }

  private static String years(int from, int to) {
    if (from == to) {
      return Integer.toString(from);
    }
    return from % 10 == 0 && to == from + 9 ? from + "s" : from + "–" + to;
  }

  private static String months(LocalDate from, LocalDate to) {
    if (YearMonth.from(from).equals(YearMonth.from(to))) {
      return MONTH.format(to);
    }
    return from.getYear() == to.getYear()
        ? MONTH_OF_YEAR.format(from) + "–" + MONTH.format(to)
        : MONTH.format(from) + " – " + MONTH.format(to);
  }

  private static String days(LocalDate from, LocalDate to) {
    if (YearMonth.from(from).equals(YearMonth.from(to))) {
      return from.getDayOfMonth() + "–" + DAY.format(to);
    }
    return from.getYear() == to.getYear()
        ? DAY_OF_YEAR.format(from) + " – " + DAY.format(to)
        : DAY.format(from) + " – " + DAY.format(to);
  }
}
