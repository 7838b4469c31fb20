package org.dossier.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import java.util.Locale;
import java.util.Set;

/// The abbreviations whose full stop does not end a sentence.
///
/// CLDR's list is the base. Some of its abbreviations are words in news ("Act.", "Long."), and some
/// may well end a sentence ("U.S.", "a.m."). Both kinds are removed from the list, and the
/// following word decides about them.
public final class Abbreviations {
  private static final WordListFile SECTIONS = WordListFile.read("abbreviations.txt");
  private static final Set<String> ALWAYS = SECTIONS.words("always");
  private static final Set<String> NEXT_WORD = SECTIONS.words("next word");
  private static final Set<String> TITLES = SECTIONS.words("title");
  private static final Set<String> LOWER_CASE = SECTIONS.words("lower case");
  private static final Set<String> HOURS = Set.of("a.m", "p.m");
  private static final Set<String> TIMES = SECTIONS.words("after the hour");
  private static final int MAX_ZONE = 5;
  private static final Set<String> FIGURE = SECTIONS.words("figure");
  private static final BreakIterator SENTENCES = sentenceIterator();

  private Abbreviations() {}

  private static BreakIterator sentenceIterator() {
    FilteredBreakIteratorBuilder builder = FilteredBreakIteratorBuilder.getInstance(Locale.ENGLISH);
    for (String word : SECTIONS.words("words")) {
      builder.unsuppressBreakAfter(word + ".");
    }
    return builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(Locale.ENGLISH));
  }

  /// An iterator over sentences that knows CLDR's abbreviations, for use by one thread.
  public static BreakIterator newSentenceIterator() {
    // Building the filter takes a hundred times as long as copying it.
    return SENTENCES.clone();
  }

  /// True if the sentence continues after `word` (given without its full stop).
  ///
  /// @param next the following word in its original case, or a number
  public static boolean continuesSentence(String word, String next) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (ALWAYS.contains(lower)) {
      return true;
    }
    boolean figure = !next.isEmpty() && Character.isDigit(next.codePointAt(0));
    if (TITLES.contains(lower) && !figure) {
      return isCapital(word) && isCapital(next) && !FunctionWords.precedesNames(next);
    }
    if (HOURS.contains(lower)) {
      return !isCapital(next) || TIMES.contains(next.toLowerCase(Locale.ROOT)) || isZone(next);
    }
    if (FIGURE.contains(lower) && (figure || !NEXT_WORD.contains(lower))) {
      return figure;
    }
    boolean abbreviated = NEXT_WORD.contains(lower) || LOWER_CASE.contains(word);
    if (abbreviated || isDotted(word)) {
      return !FunctionWords.precedesNames(next);
    }
    return false;
  }

  /// "EST", "GMT".
  private static boolean isZone(String word) {
    return word.length() >= 2
        && word.length() <= MAX_ZONE
        && word.chars().allMatch(Character::isUpperCase);
  }

  private static boolean isCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }

  /// "U.S", "p.m", "Ph.D": letters with full stops between them.
  private static boolean isDotted(String word) {
    int dot = word.indexOf('.');
    if (dot < 1 || dot > 3 || word.length() > 8) {
      return false;
    }
    return word.lastIndexOf('.') >= word.length() - 2
        && word.chars().allMatch(c -> c == '.' || Character.isLetter(c));
  }
}
