package org.dossier.text.date;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.dossier.text.Abbreviations;
import org.dossier.text.Months;
import org.dossier.text.Punctuation;
import org.dossier.text.Span;
import org.dossier.text.TextNeighborhood;
import org.dossier.text.WhiteSpace;

/// The words of the sentence around a date, without those of the date, at most 300 characters to
/// each side.
///
/// @param words in order
/// @param date the index of the first word after the date
record SentenceWords(List<Word> words, int date) {
  private static final int MAX_DISTANCE = 300;

  /// A word.
  ///
  /// @param lower in lower case, with straight apostrophes
  /// @param capital true if it begins with a capital
  record Word(String lower, boolean capital) {}

  private static final Word NONE = new Word("", false);

  static SentenceWords around(String text, Span date) {
    List<Word> words = before(text, date.start());
    int count = words.size();
    words.addAll(after(text, date.end()));
    return new SentenceWords(words, count);
  }

  /// The word at `i`; one without letters outside the sentence.
  Word at(int i) {
    return i >= 0 && i < words.size() ? words.get(i) : NONE;
  }

  String lower(int i) {
    return at(i).lower();
  }

  private static List<Word> before(String text, int from) {
    List<Word> words = new ArrayList<>();
    int min = Math.max(0, from - MAX_DISTANCE);
    int end = from;
    while (end > min && !endsSentence(text, end)) {
      int start = end;
      while (start > min && isPart(text.charAt(start - 1))) {
        start--;
      }
      if (start < end) {
        words.add(word(text, start, end));
      }
      end = Math.min(start, end - 1);
    }
    Collections.reverse(words);
    return words;
  }

  private static List<Word> after(String text, int from) {
    List<Word> words = new ArrayList<>();
    int max = Math.min(text.length(), from + MAX_DISTANCE);
    int start = from;
    while (start < max) {
      int end = start;
      while (end < max && isPart(text.charAt(end))) {
        end++;
      }
      if (start < end) {
        words.add(word(text, start, end));
      }
      if (end < max && endsSentence(text, end + 1)) {
        return words;
      }
      start = Math.max(end, start + 1);
    }
    return words;
  }

  private static Word word(String text, int start, int end) {
    String lower = text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    return new Word(lower, Character.isUpperCase(text.charAt(start)));
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
    boolean month =
        Months.isAbbreviated(word)
            && Months.english(word) > 0
            && !TextNeighborhood.wordAfter(text, at).isEmpty()
            && Character.isDigit(TextNeighborhood.wordAfter(text, at).charAt(0));
    return mark != '.'
        || (word.length() > 2 && !month && !Abbreviations.continuesSentence(word, ""));
  }

  private static boolean followsGap(String text, int at) {
    return WhiteSpace.isWhiteSpace(text.charAt(at)) || Punctuation.isCloser(text.charAt(at));
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '’' || c == '-';
  }
}
