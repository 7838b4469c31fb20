package org.dossier.verification.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The words and phrases that retell each other by the list `synonyms`: "expired" and "came to an
/// end". Between the words of a phrase other words may be.
public final class Synonyms {
  /// The number of words that may be between two words of a phrase.
  private static final int GAP = 2;

  private Synonyms() {}

  /// True if a text with the words `cited` can be retold with the word `stem`.
  public static boolean canRetell(String stem, List<Word> cited) {
    return WordLists.SYNONYMS.getOrDefault(stem, List.of()).stream()
        .flatMap(Set::stream)
        .filter(phrase -> !phrase.equals(List.of(stem)))
        .anyMatch(phrase -> occurs(phrase, cited));
  }

  /// True if the word at a place is a part of a phrase of the statement that the sources have in
  /// another form: the "ruled" of "ruled out".
  public static boolean isPartOfKnownPhrase(List<Word> statement, Word word, List<Word> cited) {
    return WordLists.PHRASES.getOrDefault(word.stem(), List.of()).stream()
        .filter(phrases ->
            phrases.stream()
                .anyMatch(phrase ->
                    phrase.size() > 1 && phrase.contains(word.stem()) && occurs(phrase, statement)))
        .flatMap(Set::stream)
        .anyMatch(phrase -> occurs(phrase, cited));
  }

  private static boolean occurs(List<String> phrase, List<Word> words) {
    return IntStream.range(0, words.size()).anyMatch(at -> beginsAt(phrase, words, at));
  }

  private static boolean beginsAt(List<String> phrase, List<Word> words, int from) {
    if (!words.get(from).stem().equals(phrase.getFirst())) {
      return false;
    }
    int at = from;
    for (var stem : phrase.subList(1, phrase.size())) {
      int next = at + 1;
      while (next < words.size() && next <= at + GAP && !words.get(next).stem().equals(stem)) {
        next++;
      }
      if (next >= words.size() || !words.get(next).stem().equals(stem)) {
        return false;
      }
      at = next;
    }
    return true;
  }
}
