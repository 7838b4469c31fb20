package org.dossier.verification.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Detects a preposition of a statement with the opposite sense of that of the sources before the
/// same word: "a petition for the closure", if the petition was against it.
public final class OppositePrepositions {
  /// The number of words after a preposition in which its noun is looked for.
  private static final int WINDOW = 4;

  /// @param preposition its stem
  /// @param noun the stem of the next content word
  private record Phrase(String preposition, String noun) {}

  private OppositePrepositions() {}

  /// The first such preposition.
  public static Optional<String> find(AnalyzedText statement, List<AnalyzedText> texts) {
    var cited = texts.stream().flatMap(text -> phrases(text.words()).stream()).toList();
    return phrases(statement.words()).stream()
        .filter(phrase -> !cited.contains(phrase) && hasOpposite(phrase, cited))
        .map(Phrase::preposition)
        .findFirst();
  }

  private static boolean hasOpposite(Phrase phrase, List<Phrase> cited) {
    var opposites = opposites(phrase.preposition());
    return cited.stream()
        .anyMatch(
            other -> other.noun().equals(phrase.noun()) && opposites.contains(other.preposition()));
  }

  private static Set<String> opposites(String preposition) {
    return WordLists.OPPOSITE_PREPOSITIONS.getOrDefault(preposition, Set.of());
  }

  private static List<Phrase> phrases(List<Word> words) {
    return Stream.iterate(0, at -> at < words.size(), at -> at + 1)
        .filter(at -> WordLists.OPPOSITE_PREPOSITIONS.containsKey(words.get(at).stem()))
        .flatMap(at ->
            words.subList(at + 1, Math.min(words.size(), at + 1 + WINDOW)).stream()
                .takeWhile(word -> word.clause() == words.get(at).clause() && !word.negates())
                .filter(word -> word.isContentWord() && !isNumber(word))
                .limit(1)
                .map(word -> new Phrase(words.get(at).stem(), word.stem())))
        .toList();
  }

  private static boolean isNumber(Word word) {
    return Character.isDigit(word.lower().codePointAt(0));
  }
}
