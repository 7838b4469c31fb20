package org.dossier.text.date;

import static org.dossier.text.date.DatePattern.has;
import static org.dossier.text.date.DatePattern.inTense;
import static org.dossier.text.date.DatePattern.number;
import static org.dossier.text.date.DatePattern.relative;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import org.dossier.text.NumberWords;
import org.dossier.text.TextNeighborhood;
import org.dossier.text.Weekdays;
import org.dossier.text.WordListFile;
import org.jspecify.annotations.Nullable;

/// Dates relative to the day of publication: "Tuesday night", "last week", "three days ago".
final class RelativeDatePatterns {
  private static final WordListFile WORDS = WordListFile.read("dates.txt");
  private static final Set<String> NAMED_DAYS = WORDS.words("named days");
  private static final Set<String> DAY_NAMES = WORDS.words("day names");

  /// The words before a count that is not exact: "over 70 years ago", "less than a year ago".
  private static final Set<String> ABOUT = WORDS.words("about a count");

  private static final String WEEKDAY = "(?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)";

  private RelativeDatePatterns() {}

  static List<DatePattern> forms() {
    List<String> weekdays = new ArrayList<>(Weekdays.FULL);
    weekdays.addAll(List.of("last", "next", "this", "coming"));
    List<String> counts = new ArrayList<>(NumberWords.small());
    counts.addAll(List.of("a", "an", DatePatterns.NUMBER));
    return List.of(
        new DatePattern(
            weekdays,
            "(?:(?<which>last|next|coming|this coming|this past|this) )?+"
                + WEEKDAY
                + "(?: (?:morning|afternoon|evening|night))?+"
                + "(?: (?:of )?+(?<week>last|this|next) week\\b)?+(?![\\p{L}\\p{Nd}])",
            RelativeDatePatterns::weekday),
        new DatePattern(
            List.of("last", "next", "this", "coming"),
            "(?<which>last|next|coming|this) (?<unit>week|weekend|month|year|night|morning|"
                + "afternoon|evening)(?![\\p{L}\\p{Nd}]| of\\b)",
            RelativeDatePatterns::unit),
        new DatePattern(
            List.of("today", "tonight", "yesterday", "tomorrow", "day"),
            "(?:today|tonight|day before yesterday|yesterday|day after tomorrow|tomorrow)(?!\\p{L})",
            RelativeDatePatterns::deictic),
        new DatePattern(
            counts,
            "(?<count>\\p{L}++|\\p{Nd}{1,3}+) (?<unit>day|week|month|year)s?+ ago\\b",
            RelativeDatePatterns::ago));
  }

  private static @Nullable DateMention weekday(
      MatchResult match, String text, @Nullable LocalDate published) {
    if (isNameOfDay(match, text)) {
      return null;
    }
    return has(match, "week") || has(match, "which")
        ? relative(match, published, day -> DateRange.day(dayOfWeek(match, day)))
        : afterUpdate(
            inTense(match, text, published, (day, future) -> bareDayOfWeek(match, day, future)),
            published);
  }

  /// A weekday of the past that would be six days before the publication is more often the day
  /// after it: articles are updated and keep their day of publication.
  private static DateMention afterUpdate(DateMention mention, @Nullable LocalDate published) {
    var range = mention.range();
    return range != null && published != null && range.from().equals(published.minusDays(6))
        ? uncertain(mention)
        : mention;
  }

  /// "Black Friday", "Sunday Times", "the last Friday of the month", "every Monday".
  private static boolean isNameOfDay(MatchResult match, String text) {
    String before = TextNeighborhood.wordBefore(text, match.start());
    String after = TextNeighborhood.wordAfter(text, match.end("weekday"));
    return NAMED_DAYS.contains(before)
        || (has(match, "which") && before.equals("the"))
        || (TextNeighborhood.isCapital(after)
            && DAY_NAMES.contains(after.toLowerCase(Locale.ROOT)));
  }

  private static DateRange bareDayOfWeek(MatchResult match, LocalDate published, boolean future) {
    DayOfWeek day = Weekdays.of(match.group("weekday"));
    return DateRange.day(DateResolver.weekday(day, published, future));
  }

  private static LocalDate dayOfWeek(MatchResult match, LocalDate published) {
    DayOfWeek day = Weekdays.of(match.group("weekday"));
    if (has(match, "week")) {
      return weekOf(published, match.group("week")).with(TemporalAdjusters.nextOrSame(day));
    }
    return switch (match.group("which").toLowerCase(Locale.ROOT)) {
      case "next", "coming" -> published.with(TemporalAdjusters.next(day));
      case "this" -> weekOf(published, "this").with(TemporalAdjusters.nextOrSame(day));
      case "last" -> published.with(TemporalAdjusters.previous(day));
      // "this coming" and "this past", with any white space between.
      case String which when which.endsWith("coming") ->
          published.with(TemporalAdjusters.next(day));
      default -> published.with(TemporalAdjusters.previous(day));
    };
  }

  /// The Monday of the week.
  private static LocalDate weekOf(LocalDate published, String which) {
    LocalDate monday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return monday.plusWeeks(step(which));
  }

  private static int step(String which) {
    return switch (which.toLowerCase(Locale.ROOT)) {
      case "last" -> -1;
      case "this" -> 0;
      default -> 1;
    };
  }

  private static @Nullable DateMention unit(
      MatchResult match, String text, @Nullable LocalDate published) {
    String which = match.group("which");
    int step = step(which);
    // "over the last year": twelve months, not a calendar year.
    if (step != 0 && TextNeighborhood.wordBefore(text, match.start()).equals("the")) {
      return null;
    }
    String unit = match.group("unit").toLowerCase(Locale.ROOT);
    return relative(match, published, day -> unit(unit, step, day));
  }

  private static DateRange unit(String unit, int step, LocalDate published) {
    LocalDate monday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return switch (unit) {
      case "week" -> new DateRange(monday.plusWeeks(step), monday.plusWeeks(step).plusDays(6));
      case "weekend" ->
          new DateRange(monday.plusWeeks(step).plusDays(5), monday.plusWeeks(step).plusDays(6));
      case "month" -> DateRange.month(YearMonth.from(published).plusMonths(step));
      case "year" -> DateRange.years(published.getYear() + step, published.getYear() + step);
      // Night, morning, afternoon, evening.
      default -> DateRange.day(published.plusDays(step));
    };
  }

  private static @Nullable DateMention deictic(
      MatchResult match, String text, @Nullable LocalDate published) {
    String word = match.group().toLowerCase(Locale.ROOT);
    // "USA TODAY", "Russia Today".
    boolean title =
        TextNeighborhood.isCapital(match.group())
            && TextNeighborhood.isAfterCapital(text, match.start());
    if (title) {
      return null;
    }
    int days =
        switch (word) {
          case "today", "tonight" -> 0;
          case "yesterday" -> -1;
          case "tomorrow" -> 1;
          default -> word.endsWith("yesterday") ? -2 : 2;
        };
    DateMention mention = relative(match, published, day -> DateRange.day(day.plusDays(days)));
    // In the present tense it may mean these times: "Most ferries today have a sail".
    boolean thisDay = !word.equals("today") || TenseDetector.detect(text, mention.span()).isKnown();
    return thisDay ? mention : uncertain(mention);
  }

  private static DateMention uncertain(DateMention mention) {
    return new DateMention(mention.span(), mention.range(), mention.relative(), false);
  }

  private static @Nullable DateMention ago(
      MatchResult match, String text, @Nullable LocalDate published) {
    String word = match.group("count");
    int count =
        Character.isDigit(word.charAt(0)) ? number(match, "count") : NumberWords.value(word);
    if (count <= 0) {
      return null;
    }
    String unit = match.group("unit").toLowerCase(Locale.ROOT);
    DateMention mention =
        relative(
            match,
            published,
            day ->
                unit.equals("day") ? DateRange.day(day.minusDays(count)) : unit(unit, -count, day));
    return ABOUT.contains(TextNeighborhood.wordBefore(text, match.start()))
        ? uncertain(mention)
        : mention;
  }
}
