package org.dossier.text.date;

import java.util.Locale;
import java.util.Set;
import org.dossier.text.Abbreviations;
import org.dossier.text.Punctuation;
import org.dossier.text.Span;
import org.dossier.text.TextNeighborhood;
import org.dossier.text.WhiteSpace;
import org.dossier.text.WordListFile;

/// Detects whether the clause around a date is in the future tense.
///
/// The nearest indicative word before the date decides. If no such word precedes it, the nearest
/// one after it decides. Both must be in the same sentence: "He said on Tuesday that talks will go
/// on on Friday", "On Friday the president will leave".
final class FutureTenseDetector {
  private static final WordListFile WORDS = WordListFile.read("dates.txt");
  private static final Set<String> FUTURE = WORDS.words("future");
  private static final Set<String> PAST = WORDS.words("past");
  private static final Set<String> NOT_PAST = WORDS.words("not past");

  /// In the present tense, "until Friday" means the next Friday.
  private static final Set<String> UNTIL = Set.of("until", "till");

  private static final Set<String> PRESENT = Set.of("is", "are");
  private static final int MAX_DISTANCE = 300;

  private FutureTenseDetector() {}

  static boolean isFuture(String text, Span date) {
    String lead = TextNeighborhood.wordBefore(text, date.start());
    if (lead.equals("since")) {
      return false;
    }
    int verdict = before(text, date.start());
    if (verdict == 0) {
      verdict = after(text, date.end());
    }
    return verdict > 0 || (verdict == 0 && UNTIL.contains(lead));
  }

  private static int before(String text, int from) {
    int min = Math.max(0, from - MAX_DISTANCE);
    int end = from;
    while (end > min) {
      if (endsSentence(text, end)) {
        return 0;
      }
      int start = wordStart(text, end, min);
      if (start < end) {
        int verdict = verdict(text, start, end);
        if (verdict != 0) {
          return verdict;
        }
      }
      end = Math.min(start, end - 1);
    }
    return 0;
  }

  private static int after(String text, int from) {
    int max = Math.min(text.length(), from + MAX_DISTANCE);
    int start = from;
    while (start < max) {
      int end = wordEnd(text, start, max);
      int verdict = start < end ? verdict(text, start, end) : 0;
      if (verdict != 0) {
        return verdict;
      }
      if (end < max && endsSentence(text, end + 1)) {
        return 0;
      }
      start = Math.max(end, start + 1);
    }
    return 0;
  }

  /// Positive for the future, negative for the past, 0 for other words.
  private static int verdict(String text, int start, int end) {
    String word = text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    if (FUTURE.contains(word) || word.endsWith("'ll")) {
      return 1;
    }
    if (word.equals("to")) {
      String before = TextNeighborhood.wordBefore(text, start);
      return PRESENT.contains(before) ? 1 : 0;
    }
    if (word.equals("be")) {
      return TextNeighborhood.wordBefore(text, start).equals("to") ? 1 : 0;
    }
    if (!isPast(text, start, word)) {
      return 0;
    }
    // "to be signed", "will be held": the auxiliary further left decides. "Is closed" is the
    // present.
    String before = TextNeighborhood.wordBefore(text, start);
    return before.equals("be") || PRESENT.contains(before) ? 0 : -1;
  }

  private static boolean isPast(String text, int start, String word) {
    boolean regular =
        word.endsWith("ed")
            && word.length() > 3
            && !NOT_PAST.contains(word)
            && Character.isLowerCase(text.charAt(start));
    return regular || PAST.contains(word);
  }

  /// True if a sentence ends directly before `at`: at a terminator that does not belong to an
  /// abbreviation or a number.
  private static boolean endsSentence(String text, int at) {
    char mark = text.charAt(at - 1);
    if (WhiteSpace.isLineTerminator(mark)) {
      return at >= 2 && WhiteSpace.isLineTerminator(text.charAt(at - 2));
    }
    if (!Punctuation.isTerminator(mark) || (at < text.length() && !followsGap(text, at))) {
      return false;
    }
    String word = TextNeighborhood.wordBefore(text, at - 1);
    return mark != '.' || (word.length() > 2 && !Abbreviations.continuesSentence(word, ""));
  }

  private static boolean followsGap(String text, int at) {
    return WhiteSpace.isWhiteSpace(text.charAt(at)) || Punctuation.isCloser(text.charAt(at));
  }

  private static int wordStart(String text, int end, int min) {
    int at = end;
    while (at > min && isPart(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static int wordEnd(String text, int start, int max) {
    int at = start;
    while (at < max && isPart(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isPart(char c) {
    return Character.isLetter(c) || c == '\'' || c == '’' || c == '-';
  }
}
