package org.dossier.text.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds dates in a text, in the forms that news uses.
///
/// All forms are supported for English. Dates of day, month and year, and months of a year, are
/// also supported in the languages of [Months]. The forms are in [DateSpanPatterns] ("May 3 to May
/// 9"), [WrittenDatePatterns] ("11 November 2011", "July 13"), [MonthDatePatterns] ("in November"),
/// [YearPatterns] ("2014", "the 1990s") and [RelativeDatePatterns] ("on Friday", "last month").
///
/// This is an implementation of our own. The libraries for the JVM are either copyleft pipelines
/// that tag a whole text first (HeidelTime, SUTime), or they parse what people type into a calendar
/// (Natty, Hawking). None of them resolves "on Friday" the way news means it. The calendar is that
/// of java.time, and the names of months are CLDR's.
public final class DateFinder {
  private static final DatePatterns PATTERNS =
      DatePatterns.of(
          DateSpanPatterns.forms(),
          WrittenDatePatterns.forms(),
          MonthDatePatterns.forms(),
          RelativeDatePatterns.forms(),
          YearPatterns.forms());

  private DateFinder() {}

  /// The dates in `text`, in order, without overlap.
  ///
  /// A day of the week, a day without a year and a month without a year mean the last one not after
  /// `published`, or the next one if their sentence announces it ([TenseDetector]). If the sentence
  /// decides neither, they are not certain.
  ///
  /// @param published the day from which "on Friday", "last month" and "July 13" are resolved;
  ///   `null` if unknown, and then such mentions have no range
  public static List<DateMention> find(String text, @Nullable LocalDate published) {
    List<DateMention> mentions = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int end = wordEnd(text, at);
      DateMention mention = startsWord(text, at) ? mentionAt(text, at, end, published) : null;
      if (mention != null) {
        mentions.add(mention);
      }
      at = mention == null ? end : mention.span().end();
    }
    return List.copyOf(mentions);
  }

  /// `range` in the shortest form that a reader understands: "11 November 2011", "11–13 November
  /// 2011", "November 2011", "2014", "1990s", "until 30 April 2012".
  public static String format(DateRange range) {
    return DateRangeFormatter.format(range);
  }

  private static @Nullable DateMention mentionAt(
      String text, int start, int end, @Nullable LocalDate published) {
    for (DatePattern form : PATTERNS.startingWith(firstWord(text, start, end))) {
      DateMention mention = form.match(start, text, published);
      if (mention != null) {
        return mention;
      }
    }
    return null;
  }

  /// The first word in lower case; a single digit for any number, because all numbers start the
  /// same forms.
  private static String firstWord(String text, int start, int end) {
    if (Character.isDigit(text.charAt(start))) {
      return DatePatterns.NUMBER;
    }
    boolean known = end - start <= DatePatterns.MAX_FIRST_WORD_LENGTH;
    return known ? text.substring(start, end).toLowerCase(Locale.ROOT) : "";
  }

  private static boolean startsWord(String text, int at) {
    // Text within addresses, tags and paths is not a date.
    return at == 0 || "/@#=&_".indexOf(text.charAt(at - 1)) < 0;
  }

  private static int wordEnd(String text, int from) {
    boolean figure = Character.isDigit(text.charAt(from));
    int at = from;
    while (at < text.length()
        && (figure
            ? Character.isLetterOrDigit(text.charAt(at))
            : Character.isLetter(text.charAt(at)))) {
      at++;
    }
    return at;
  }
}
