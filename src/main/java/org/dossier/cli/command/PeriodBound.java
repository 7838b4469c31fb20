package org.dossier.cli.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Converters of the options that limit a period: a day such as `2011-11-11`, a month such as
/// `2011-11` or a year such as `2011`.
final class PeriodBound {
  private static final Pattern DATE = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

  private PeriodBound() {}

  /// The first day of the day, month or year.
  static final class First implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      return parse(text, false);
    }
  }

  /// The last day of the day, month or year.
  static final class Last implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      return parse(text, true);
    }
  }

  private static LocalDate parse(String text, boolean last) {
    var date = DATE.matcher(text);
    try {
      if (date.matches()) {
        int year = Integer.parseInt(date.group(1));
        var month =
            YearMonth.of(
                year, date.group(2) != null ? Integer.parseInt(date.group(2)) : last ? 12 : 1);
        return date.group(3) != null
            ? month.atDay(Integer.parseInt(date.group(3)))
            : last ? month.atEndOfMonth() : month.atDay(1);
      }
    } catch (DateTimeException _) {
      // Reported below: a month or day that does not exist.
    }
    throw new TypeConversionException(
        "‘" + text + "’ is not a date such as 2011-11-11, 2011-11 or 2011");
  }
}
