package org.dossier.text.date;

import static org.dossier.text.date.DatePattern.number;
import static org.dossier.text.date.DatePattern.span;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import org.dossier.text.TextNeighborhood;
import org.dossier.text.WordListFile;
import org.jspecify.annotations.Nullable;

/// Years, decades and centuries: "2014", "mid-2014", "2014–2016", "the 1990s", "19th century".
final class YearPatterns {
  private static final WordListFile WORDS = WordListFile.read("dates.txt");
  private static final Set<String> BEFORE_A_YEAR = WORDS.words("before a year");
  private static final Set<String> NUMBERED = WORDS.words("numbered");
  private static final Set<String> COUNTED = WORDS.words("counted");

  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2100;
  private static final int MAX_RANGE_YEARS = 200;

  /// In the years from here to [#LAST_COMMON_YEAR], a number before a plural noun is far more often
  /// a year than a count.
  private static final int FIRST_COMMON_YEAR = 1800;

  private static final int LAST_COMMON_YEAR = 2050;

  private YearPatterns() {}

  static List<DatePattern> forms() {
    List<String> figure = List.of(DatePatterns.NUMBER);
    List<String> qualifiers = List.of("early", "mid", "late");
    return List.of(
        new DatePattern(
            figure,
            "(?<year>\\p{Nd}{4})(?<dash> ?+[-–—] ?+| (?:to|and|until|till) )(?<until>\\p{Nd}{4}|\\p{Nd}{2})"
                + "(?!\\p{Nd}|[.,:/-]\\p{Nd}|%)",
            YearPatterns::range),
        new DatePattern(figure, "(?<decade>\\p{Nd}{3}0)[’']?+s\\b", YearPatterns::decade),
        new DatePattern(
            figure,
            "(?<century>\\p{Nd}{1,2}+)(?:st|nd|rd|th)(?:-| )(?:century|centuries)\\b",
            YearPatterns::century),
        new DatePattern(
            qualifiers,
            "(?:early|mid|late)(?:-| )(?:the )?+(?<decade>\\p{Nd}{3}0)[’']?+s\\b",
            YearPatterns::decade),
        new DatePattern(
            qualifiers,
            "(?:early|mid|late)(?:-| )" + DatePattern.YEAR + "\\b",
            YearPatterns::qualified),
        new DatePattern(
            figure, "(?<year>\\p{Nd}{4})(?![\\p{L}\\p{Nd}%°/]|[.,:-]\\p{Nd})", YearPatterns::year));
  }

  private static @Nullable DateMention range(
      MatchResult match, String text, @Nullable LocalDate published) {
    int from = number(match, "year");
    String until = match.group("until");
    int to = number(match, "until") + (until.length() == 2 ? from / 100 * 100 : 0);
    boolean season = until.length() == 4 || to == from + 1;
    boolean plausible = from < to && to - from <= MAX_RANGE_YEARS && isYear(from) && isYear(to);
    if (!season || !plausible || !isRange(match, text)) {
      return null;
    }
    return new DateMention(span(match), DateRange.years(from, to), false);
  }

  private static boolean isRange(MatchResult match, String text) {
    if (TextNeighborhood.isWithinNumber(text, match.start())) {
      return false;
    }
    boolean inWords = match.group("dash").chars().anyMatch(Character::isLetter);
    String before = TextNeighborhood.wordBefore(text, match.start());
    return !inWords || before.equals("from") || before.equals("between");
  }

  private static @Nullable DateMention decade(
      MatchResult match, String text, @Nullable LocalDate published) {
    int first = number(match, "decade");
    // "the 1920’s" is a decade, "1920’s best novel" a year.
    boolean possessive = text.charAt(match.end("decade")) != 's';
    boolean led = TextNeighborhood.wordBefore(text, match.start("decade")).equals("the");
    if (!isYear(first) || (possessive && !led)) {
      return null;
    }
    return new DateMention(span(match), DateRange.years(first, first + 9), false);
  }

  private static @Nullable DateMention century(
      MatchResult match, String text, @Nullable LocalDate published) {
    int century = number(match, "century");
    if (century < 1 || century > LAST_YEAR / 100) {
      return null;
    }
    DateRange years = DateRange.years(century * 100 - 99, century * 100);
    return new DateMention(span(match), years, false);
  }

  private static @Nullable DateMention qualified(
      MatchResult match, String text, @Nullable LocalDate published) {
    int year = number(match, "year");
    return isYear(year) ? mention(match, year) : null;
  }

  private static @Nullable DateMention year(
      MatchResult match, String text, @Nullable LocalDate published) {
    int year = number(match, "year");
    return isYear(year) && readsAsYear(text, match, year) ? mention(match, year) : null;
  }

  private static DateMention mention(MatchResult match, int year) {
    return new DateMention(span(match), DateRange.years(year, year), false);
  }

  private static boolean isYear(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static boolean readsAsYear(String text, MatchResult match, int year) {
    String before = TextNeighborhood.wordBefore(text, match.start());
    if (before.equals("post-") || before.equals("pre-")) {
      return true;
    }
    if (TextNeighborhood.isWithinNumber(text, match.start()) || isCount(text, match.end(), year)) {
      return false;
    }
    if (BEFORE_A_YEAR.contains(before) || before.endsWith("'s") || before.endsWith("s'")) {
      return true;
    }
    return isSetApart(text, match) || (isCommon(year) && isAfterName(text, match, before));
  }

  private static boolean isCount(String text, int end, int year) {
    String after = TextNeighborhood.wordAfter(text, end).toLowerCase(Locale.ROOT);
    if (COUNTED.contains(after)) {
      return true;
    }
    return !isCommon(year) && after.length() > 3 && after.endsWith("s");
  }

  /// "Oslo 2011", "Nordic Games 2022".
  private static boolean isAfterName(String text, MatchResult match, String before) {
    return before.length() > 2
        && !NUMBERED.contains(before)
        && TextNeighborhood.isAfterCapital(text, match.start());
  }

  private static boolean isCommon(int year) {
    return year >= FIRST_COMMON_YEAR && year <= LAST_COMMON_YEAR;
  }

  /// True if the year is in brackets, between commas, or the only text of its line.
  private static boolean isSetApart(String text, MatchResult match) {
    char before = TextNeighborhood.markBefore(text, match.start());
    char after = TextNeighborhood.markAfter(text, match.end());
    return switch (before) {
      case '(', '[' -> ")],;–-\n".indexOf(after) >= 0;
      case ',' -> after == ',' || after == '.' || after == ')' || after == ';' || after == '\n';
      case '\n' -> after == '\n' || after == '?' || startsSentence(text, match.end());
      default -> false;
    };
  }

  private static boolean startsSentence(String text, int end) {
    return switch (TextNeighborhood.wordAfter(text, end)) {
      case "was", "is", "will", "has", "saw", "began", "ended", "brought" -> true;
      default -> false;
    };
  }
}
