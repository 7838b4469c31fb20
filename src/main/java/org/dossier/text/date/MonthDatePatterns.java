package org.dossier.text.date;

import static org.dossier.text.date.DatePattern.has;
import static org.dossier.text.date.DatePattern.inTense;
import static org.dossier.text.date.DatePattern.number;
import static org.dossier.text.date.DatePattern.relative;
import static org.dossier.text.date.DatePattern.span;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import org.dossier.text.Months;
import org.dossier.text.TextNeighborhood;
import org.jspecify.annotations.Nullable;

/// Months, mostly without a year: "in November", "late January", "last May".
final class MonthDatePatterns {
  /// The words after which "May" or "March" is a month. Alone, the names of some months are verbs
  /// or given names.
  private static final Set<String> BEFORE_A_MONTH =
      Set.of(
          "in", "since", "until", "till", "by", "of", "from", "through", "during", "after",
          "before", "to", "and", "between", "for", "on", "around", "mid-");

  /// Those of them that do not lead verbs: "to march" and "and may".
  private static final Set<String> BEFORE_A_MONTH_IN_SMALL_LETTERS =
      Set.of(
          "in", "since", "until", "till", "by", "of", "from", "through", "during", "before",
          "mid-");

  private static final Set<String> VERBS = Set.of("may", "march");

  private static final Set<String> NOT_ONLY_MONTHS =
      Set.of("may", "march", "april", "june", "august");

  private static final String FOURTH_OF = "fourth of ";
  private static final int FIRST_YEAR = 1000;
  private static final int RECENT_MONTHS = 3;
  private static final String MONTH = "(?<month>\\p{L}{3,9}+)";
  private static final String END = "(?![\\p{L}\\p{Nd}]| of\\b)";

  private MonthDatePatterns() {}

  static List<DatePattern> forms() {
    return List.of(
        new DatePattern(
            List.of("early", "mid", "late"),
            "(?:early|mid|late)(?:-| )(?:in )?+"
                + MONTH
                + "(?:\\.?+(?:,| of)?+ "
                + DatePattern.YEAR
                + ")?+"
                + END,
            MonthDatePatterns::part),
        new DatePattern(
            List.of("last", "next", "this"),
            "(?<which>last|next|this) " + MONTH + END,
            MonthDatePatterns::which),
        new DatePattern(Months.englishNames(), MONTH + END, MonthDatePatterns::bare));
  }

  private static @Nullable DateMention part(
      MatchResult match, String text, @Nullable LocalDate published) {
    int month = Months.english(match.group("month"));
    if (month == 0) {
      return null;
    }
    if (!has(match, "year")) {
      return month(match, text, published);
    }
    int year = number(match, "year");
    return year < FIRST_YEAR
        ? null
        : new DateMention(span(match), DateRange.month(YearMonth.of(year, month)), false);
  }

  private static @Nullable DateMention which(
      MatchResult match, String text, @Nullable LocalDate published) {
    int month = Months.english(match.group("month"));
    if (month == 0) {
      return null;
    }
    String which = match.group("which").toLowerCase(Locale.ROOT);
    DateMention mention =
        relative(match, published, day -> DateRange.month(month(which, month, day)));
    return which.equals("last") && isRecent(mention.range(), published)
        ? new DateMention(mention.span(), mention.range(), true, false)
        : mention;
  }

  /// In November, "last October" is the one before or that of the year before.
  private static boolean isRecent(@Nullable DateRange range, @Nullable LocalDate published) {
    return range != null
        && published != null
        && range.from().isAfter(published.minusMonths(RECENT_MONTHS));
  }

  private static YearMonth month(String which, int month, LocalDate published) {
    YearMonth now = YearMonth.from(published);
    YearMonth same = now.withMonth(month);
    return switch (which) {
      case "last" -> same.isBefore(now) ? same : same.minusYears(1);
      case "next" -> same.isAfter(now) ? same : same.plusYears(1);
      default -> same;
    };
  }

  private static @Nullable DateMention bare(
      MatchResult match, String text, @Nullable LocalDate published) {
    String name = match.group("month");
    String lower = name.toLowerCase(Locale.ROOT);
    boolean mayBeVerb = VERBS.contains(name);
    boolean led =
        (mayBeVerb ? BEFORE_A_MONTH_IN_SMALL_LETTERS : BEFORE_A_MONTH)
            .contains(TextNeighborhood.wordBefore(text, match.start()));
    boolean needsLead =
        NOT_ONLY_MONTHS.contains(lower)
            || Months.isAbbreviated(lower)
            || !TextNeighborhood.isCapital(name);
    boolean needsCapital = Months.isAbbreviated(lower);
    if ((needsLead && !led)
        || (needsCapital && !TextNeighborhood.isCapital(name))
        || isHoliday(match, text)) {
      return null;
    }
    return month(match, text, published);
  }

  private static boolean isHoliday(MatchResult match, String text) {
    int from = match.start() - FOURTH_OF.length();
    return text.regionMatches(true, from, FOURTH_OF, 0, FOURTH_OF.length());
  }

  private static DateMention month(MatchResult match, String text, @Nullable LocalDate published) {
    int month = Months.english(match.group("month"));
    return DatePattern.unlessName(
        inTense(
            match,
            text,
            published,
            (day, future) -> DateRange.month(DateResolver.month(month, day, future))),
        text);
  }
}
