package org.dossier.text.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.text.Span;
import org.dossier.text.WhiteSpace;
import org.jspecify.annotations.Nullable;

/// One form of writing a date.
///
/// @param firstWords its possible first words, in lower case, or [DatePatterns#NUMBER]
/// @param pattern the pattern of the form from its first word on; in its source a space matches any
///   white space between two words
/// @param reader converts a match into a mention
record DatePattern(List<String> firstWords, Pattern pattern, Reader reader) {

  /// The number of days after which an announced date that is nearer in the past is meant there.
  private static final int MONTHS_AHEAD = 60;

  static final String YEAR = "(?<year>\\p{Nd}{4})(?!\\p{Nd}|[.,]\\p{Nd}|s\\b)";

  DatePattern(List<String> firstWords, String pattern, Reader reader) {
    this(
        firstWords,
        Pattern.compile(pattern.replace(" ", WhiteSpace.BETWEEN_WORDS), Pattern.CASE_INSENSITIVE),
        reader);
  }

  /// Converts a match into a mention; returns `null` if the match turns out not to be a date.
  @FunctionalInterface
  interface Reader {
    @Nullable DateMention read(MatchResult match, String text, @Nullable LocalDate published);
  }

  @Nullable DateMention match(int start, String text, @Nullable LocalDate published) {
    Matcher matcher = pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
    return matcher.lookingAt() ? reader.read(matcher, text, published) : null;
  }

  static Span span(MatchResult match) {
    return new Span(match.start(), match.end());
  }

  /// A mention relative to `published`, without a range if `published` is `null`.
  static DateMention relative(
      MatchResult match, @Nullable LocalDate published, Function<LocalDate, DateRange> counting) {
    DateRange range = published == null ? null : counting.apply(published);
    return new DateMention(span(match), range, true);
  }

  /// A mention whose range depends on the tense of its sentence, without a range if `published` is
  /// `null`.
  static DateMention inTense(
      MatchResult match,
      String text,
      @Nullable LocalDate published,
      BiFunction<LocalDate, Boolean, DateRange> counting) {
    if (published == null) {
      return new DateMention(span(match), null, true);
    }
    Tense tense = TenseDetector.detect(text, span(match));
    DateRange range = counting.apply(published, tense.isFuture());
    if (tense == Tense.PLANNED) {
      DateRange past = counting.apply(published, false);
      if (isNearer(past, range, published)) {
        return new DateMention(span(match), past, true, false);
      }
    }
    // A day that is today in both directions needs no tense.
    boolean today = range.isDay() && range.equals(counting.apply(published, !tense.isFuture()));
    return new DateMention(span(match), range, true, tense.isKnown() || today);
  }

  /// True if a date of the past is nearer than one that is months ahead.
  private static boolean isNearer(DateRange past, DateRange future, LocalDate published) {
    long ahead = ChronoUnit.DAYS.between(published, future.from());
    return ahead > MONTHS_AHEAD && ChronoUnit.DAYS.between(past.to(), published) < ahead;
  }

  /// The number in a group, in any decimal digits of Unicode.
  static int number(MatchResult match, String group) {
    return Integer.parseInt(match.group(group));
  }

  static boolean has(MatchResult match, String group) {
    return match.group(group) != null;
  }
}
