package org.dossier.text.date;

import static org.dossier.text.date.DatePattern.has;
import static org.dossier.text.date.DatePattern.inTense;
import static org.dossier.text.date.DatePattern.number;
import static org.dossier.text.date.DatePattern.span;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import org.dossier.text.Months;
import org.dossier.text.Span;
import org.dossier.text.Weekdays;
import org.jspecify.annotations.Nullable;

/// Dates that name a month or consist of numbers: "Friday, November 28th, 2014", "11–13 July",
/// "2011-11-11".
final class WrittenDatePatterns {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2199;

  private static final String WEEKDAY =
      "(?:(?<weekday>" + Weekdays.PATTERN + ")\\.?+,?+ (?:the )?+)?+";

  /// Not after the day in "November 11.", where the full stop ends the sentence.
  private static final String DOT = "[.]?+";

  private static final String DAY = "(?<day>\\p{Nd}{1,2}+)(?:st|nd|rd|th|er|[ºª])?+";
  private static final String UNTIL =
      "(?:(?: ?+[-–—] ?+| (?:to|bis|au|al) )(?<until>\\p{Nd}{1,2}+)(?:st|nd|rd|th)?+)?+";
  private static final String DAYS_BEFORE =
      WEEKDAY + DAY + DOT + UNTIL + DOT + "(?: (?:of|de)(?!\\p{L}))?+ ";
  private static final String DAYS_AFTER = " (?:the )?+" + DAY + UNTIL;
  private static final String MONTH = "(?<month>\\p{L}{2,12}+)";
  private static final String NO_MORE_DIGITS =
      "(?!\\p{L}|\\p{Nd}|[.:,]\\p{Nd}|%| percent| million)";

  private WrittenDatePatterns() {}

  static List<DatePattern> forms() {
    List<String> figures = with(List.of(DatePatterns.NUMBER));
    List<String> months = with(Months.names());
    return List.of(
        form(
            figures,
            DAYS_BEFORE + MONTH + DOT + ",?+ (?:of |del? )?+" + DatePattern.YEAR,
            WrittenDatePatterns::full),
        form(
            months,
            WEEKDAY + MONTH + DOT + DAYS_AFTER + "(?:,| of)?+ ?+" + DatePattern.YEAR,
            WrittenDatePatterns::full),
        form(
            List.of(DatePatterns.NUMBER),
            "(?<year>\\p{Nd}{4})([-/.])(?<month>\\p{Nd}{1,2}+)\\2(?<day>\\p{Nd}{1,2}+)"
                + "(?!\\p{Nd}|[-/.]\\p{Nd})",
            WrittenDatePatterns::figures),
        form(
            List.of(DatePatterns.NUMBER),
            "(?<first>\\p{Nd}{1,2}+)([/.])(?<second>\\p{Nd}{1,2}+)\\2" + DatePattern.YEAR,
            WrittenDatePatterns::unambiguous),
        form(
            Months.names(),
            MONTH + DOT + "(?:,| of| de)?+ " + DatePattern.YEAR,
            WrittenDatePatterns::monthOfYear),
        form(
            figures,
            DAYS_BEFORE + MONTH + "(?!\\p{L}| ?\\p{Nd})",
            WrittenDatePatterns::withoutYear),
        form(
            months,
            WEEKDAY + MONTH + DOT + DAYS_AFTER + NO_MORE_DIGITS,
            WrittenDatePatterns::withoutYear));
  }

  private static DatePattern form(
      List<String> firstWords, String looks, DatePattern.Reader reader) {
    return new DatePattern(firstWords, looks, reader);
  }

  private static List<String> with(List<String> firstWords) {
    List<String> words = new ArrayList<>(firstWords);
    words.addAll(Weekdays.FULL);
    words.addAll(Weekdays.SHORT);
    return words;
  }

  private static @Nullable DateMention full(
      MatchResult match, String text, @Nullable LocalDate published) {
    int month = Months.number(match.group("month"));
    return month == 0 ? null : mention(match, number(match, "year"), month);
  }

  private static @Nullable DateMention figures(
      MatchResult match, String text, @Nullable LocalDate published) {
    return absolute(
        span(match), number(match, "year"), number(match, "month"), number(match, "day"));
  }

  /// Day and month in numbers, if only one order is possible. With full stops between them the day
  /// always comes first.
  private static @Nullable DateMention unambiguous(
      MatchResult match, String text, @Nullable LocalDate published) {
    int first = number(match, "first");
    int second = number(match, "second");
    int year = number(match, "year");
    boolean dayFirst = first > 12 || first == second || match.group(2).equals(".");
    if (dayFirst) {
      return absolute(span(match), year, second, first);
    }
    return second > 12 ? absolute(span(match), year, first, second) : null;
  }

  private static @Nullable DateMention monthOfYear(
      MatchResult match, String text, @Nullable LocalDate published) {
    int year = number(match, "year");
    int month = Months.number(match.group("month"));
    if (month == 0 || !isYear(year)) {
      return null;
    }
    return new DateMention(span(match), DateRange.month(YearMonth.of(year, month)), false);
  }

  private static @Nullable DateMention withoutYear(
      MatchResult match, String text, @Nullable LocalDate published) {
    String name = match.group("month");
    int month = Months.english(name);
    boolean verb = name.equals("may") || name.equals("march");
    // A leap year, so that 29 February is a day.
    if (month == 0 || verb || rangeOf(match, 2000, month) == null) {
      return null;
    }
    DateMention mention =
        inTense(
            match,
            text,
            published,
            (day, future) ->
                Objects.requireNonNull(
                    rangeOf(match, DateResolver.yearOf(month, match, day, future), month)));
    // The weekday decides the year.
    return has(match, "weekday")
        ? new DateMention(mention.span(), mention.range(), true)
        : DatePattern.unlessName(mention, text);
  }

  private static @Nullable DateMention mention(MatchResult match, int year, int month) {
    DateRange range = isYear(year) ? rangeOf(match, year, month) : null;
    return range == null ? null : new DateMention(span(match), range, false);
  }

  private static @Nullable DateMention absolute(Span span, int year, int month, int day) {
    boolean valid = isYear(year) && month >= 1 && month <= 12;
    if (!valid || !YearMonth.of(year, month).isValidDay(day)) {
      return null;
    }
    return new DateMention(span, DateRange.day(LocalDate.of(year, month, day)), false);
  }

  private static @Nullable DateRange rangeOf(MatchResult match, int year, int month) {
    int day = number(match, "day");
    int until = has(match, "until") ? number(match, "until") : day;
    YearMonth days = YearMonth.of(year, month);
    if (until < day || !days.isValidDay(day) || !days.isValidDay(until)) {
      return null;
    }
    return new DateRange(days.atDay(day), days.atDay(until));
  }

  private static boolean isYear(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
}
