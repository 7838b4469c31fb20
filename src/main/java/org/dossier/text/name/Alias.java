package org.dossier.text.name;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One name of an entity.
///
/// @param text as written in the table
/// @param words its words
public record Alias(String text, List<FoldedWord> words) {
  /// An abbreviation of at most this length may be a word in small letters: "us", "who".
  private static final int MAX_AMBIGUOUS_LENGTH = 3;

  public Alias {
    words = List.copyOf(words);
  }

  static Alias of(String text) {
    return new Alias(text, FoldedWord.of(text));
  }

  /// True if it is one word.
  public boolean isWord() {
    return words.size() == 1;
  }

  /// True if only capitals distinguish it from another word.
  public boolean needsCapitals() {
    return isWord() && needsCapitals(words.getFirst());
  }

  /// True if the table has it in small letters, as articles usually write it: "coronavirus".
  public boolean isCommonNoun() {
    return isWord() && !words.getFirst().capital();
  }

  /// The words in lower case, separated by spaces.
  public String folded() {
    return folded(words);
  }

  /// The keys of a phrase in the table, without a leading "the". An abbreviation has one in
  /// capitals and, if it is long enough, one in small letters, for "NATO" and "Nato".
  static List<String> keys(List<FoldedWord> phrase) {
    boolean article = phrase.size() > 1 && phrase.getFirst().text().equals("the");
    var words = article ? phrase.subList(1, phrase.size()) : phrase;
    if (words.isEmpty()) {
      return List.of();
    }
    var folded = folded(words);
    var first = words.getFirst();
    if (words.size() > 1 || !first.acronym()) {
      return List.of(folded);
    }
    var capitals = folded.toUpperCase(Locale.ROOT);
    return needsCapitals(first) ? List.of(capitals) : List.of(capitals, folded);
  }

  private static boolean needsCapitals(FoldedWord word) {
    return word.acronym() && word.text().length() <= MAX_AMBIGUOUS_LENGTH;
  }

  /// `words` in lower case, separated by spaces.
  public static String folded(List<FoldedWord> words) {
    return words.stream().map(FoldedWord::text).collect(Collectors.joining(" "));
  }
}
