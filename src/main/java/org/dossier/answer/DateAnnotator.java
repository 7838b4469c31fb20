package org.dossier.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dossier.archive.Article;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;

/// Adds resolved dates to an article's own words, in brackets after each relative date: "on Friday
/// (11 November 2011)".
final class DateAnnotator {
  /// The ending of a possessive, which the bracket follows: "Monday's (14 November 2011) talks".
  private static final Pattern POSSESSIVE = Pattern.compile("['’](?:s(?!\\p{L}))?(?!\\p{L})");

  /// The part of a compound that the bracket would divide: "the Friday-to-Sunday fair".
  private static final Pattern COMPOUND = Pattern.compile("[-–‑/]\\p{L}");

  /// The words between a date and the same date in full: "Friday, 11 November 2011".
  private static final Pattern GIVEN = Pattern.compile("[\\s,]{0,3}\\(?(?:the )?");

  private static final Pattern FROM_SPEECH =
      Pattern.compile(
          "today|tonight|yesterday|tomorrow|day (?:before yesterday|after tomorrow)"
              + "|(?:this|last|next) (?:night|morning|afternoon|evening|week|weekend)",
          Pattern.CASE_INSENSITIVE);

  private DateAnnotator() {}

  /// The words of `article` at `span`, with each relative date resolved once. Nothing is added
  /// without a known day of publication, to a date whose sentence does not decide whether it has
  /// passed, and to a day that a quoted speaker counts from.
  static String annotate(Article article, Span span) {
    var words = span.of(article.text());
    var annotated = new StringBuilder();
    var resolved = new HashSet<DateRange>();
    int copied = 0;
    var mentions = DateFinder.find(words, article.published());
    for (int i = 0; i < mentions.size(); i++) {
      var range = mentions.get(i).range();
      if (range == null
          || !needsDate(mentions, i, words)
          || isOfSpeaker(article, mentions.get(i).span().shifted(span.start()))
          || !resolved.add(range)) {
        continue;
      }
      int end = end(words, mentions.get(i).span().end());
      annotated.append(words, copied, end);
      annotated.append(" (").append(DateFinder.format(range)).append(')');
      copied = end;
    }
    return annotated.append(words, copied, words.length()).toString();
  }

  /// True for "tomorrow", "last night" and so on in a quotation: it counts from the day on which it
  /// was said.
  private static boolean isOfSpeaker(Article article, Span date) {
    return FROM_SPEECH.matcher(date.of(article.text())).matches()
        && isQuoted(article.text(), date.start());
  }

  /// True if a quotation of the paragraph is open at `at`.
  private static boolean isQuoted(String text, int at) {
    boolean open = false;
    for (int i = text.lastIndexOf('\n', at) + 1; i < at; i++) {
      open =
          switch (text.charAt(i)) {
            case '“', '„', '«' -> true;
            case '”', '»' -> false;
            case '"' -> !open;
            default -> open;
          };
    }
    return open;
  }

  private static boolean needsDate(List<DateMention> mentions, int i, String words) {
    var mention = mentions.get(i);
    if (!mention.relative() || !mention.certain()) {
      return false;
    }
    int end = mention.span().end();
    boolean compound = COMPOUND.matcher(words).region(end, words.length()).lookingAt();
    if (compound || isJoined(words, mention.span().start())) {
      return false;
    }
    return i + 1 == mentions.size() || !isGiven(mention, mentions.get(i + 1), words);
  }

  private static boolean isJoined(String words, int start) {
    return start > 1
        && words.charAt(start - 1) == '-'
        && Character.isLetter(words.charAt(start - 2));
  }

  /// True if `next` gives the same date in full, in brackets or after a comma.
  private static boolean isGiven(DateMention mention, DateMention next, String words) {
    var between = words.substring(mention.span().end(), next.span().start());
    return GIVEN.matcher(between).matches()
        && (between.contains("(") || Objects.equals(mention.range(), next.range()));
  }

  private static int end(String words, int date) {
    var possessive =
        POSSESSIVE.matcher(words).region(date, words.length()).useTransparentBounds(true);
    return possessive.lookingAt() ? possessive.end() : date;
  }
}
