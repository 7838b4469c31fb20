package org.dossier.text.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.text.FunctionWords;
import org.dossier.text.Span;
import org.dossier.text.TextNeighborhood;
import org.dossier.text.WhiteSpace;
import org.jspecify.annotations.Nullable;

/// One form of writing a date.
///
/// @param firstWords its possible first words, in lower case, or [DatePatterns#NUMBER]
/// @param pattern the pattern of the form from its first word on; in its source a space matches any
///   white space between two words
/// @param reader converts a match into a mention
record DatePattern(List<String> firstWords, Pattern pattern, Reader reader) {

  /// The end of the text before a date that a determiner leads, with at most one adjective between.
  private static final Pattern DETERMINED =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{N}])(?:the|an?|this|that|his|her|its|their|our|my)|['’]s|s['’]) (?:\\p{Ll}{2,20} )?$",
          Pattern.CASE_INSENSITIVE);

  private static final int MAX_DETERMINER = 40;

  /// Beyond these months, "agreed to sell it in April" may be a sale or an agreement of April.
  private static final int MONTHS_AHEAD = 3;

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
    DateRange other = counting.apply(published, !tense.isFuture());
    boolean planned = tense == Tense.PLANNED || tense == Tense.AGREED;
    boolean far = tense == Tense.AGREED && range.from().isAfter(published.plusMonths(MONTHS_AHEAD));
    if (planned && (far || isPastNearer(other, range, published))) {
      return new DateMention(span(match), other, true, false);
    }
    boolean distant =
        tense == Tense.PAST_ELSEWHERE
            && range.to().isBefore(published.minusMonths(1))
            && !isPastNearer(range, other, published);
    // A day that is today in both directions needs no tense.
    boolean today = range.isDay() && range.equals(other);
    return new DateMention(span(match), range, true, (tense.isKnown() && !distant) || today);
  }

  private static boolean isPastNearer(DateRange past, DateRange future, LocalDate published) {
    return ChronoUnit.DAYS.between(past.to(), published)
        < ChronoUnit.DAYS.between(published, future.from());
  }

  /// The same mention, not certain if it only names a thing: "the Jan. 6 attack", "that cold
  /// December day". Things are called after a date for years.
  static DateMention unlessName(DateMention mention, String text) {
    return isName(mention.span(), text)
        ? new DateMention(mention.span(), mention.range(), mention.relative(), false)
        : mention;
  }

  private static boolean isName(Span date, String text) {
    String next = TextNeighborhood.wordAfter(text, date.end());
    boolean noun =
        date.end() < text.length()
            && text.charAt(date.end()) == ' '
            && !next.isEmpty()
            && Character.isLetter(next.charAt(0))
            && !FunctionWords.isFunction(next);
    if (!noun) {
      return false;
    }
    int from = Math.max(0, date.start() - MAX_DETERMINER);
    return TextNeighborhood.wordBefore(text, date.start()).isEmpty()
        || DETERMINED.matcher(text.substring(from, date.start())).find();
  }

  /// The number in a group, in any decimal digits of Unicode.
  static int number(MatchResult match, String group) {
    return Integer.parseInt(match.group(group));
  }

  static boolean has(MatchResult match, String group) {
    return match.group(group) != null;
  }
}
