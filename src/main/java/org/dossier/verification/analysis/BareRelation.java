package org.dossier.verification.analysis;

import java.util.List;
import java.util.stream.IntStream;

/// A statement that relates two names without saying anything else: "Lavrov is an Iranian".
public final class BareRelation {
  /// The number of words between two names that describe each other: "the Russian foreign minister
  /// Lavrov".
  private static final int MAX_DISTANCE = 4;

  private static final List<String> JOINING = List.of("and", "or", "with", "to", "from");

  private BareRelation() {}

  /// True if `statement` is such a statement, and no text relates the two names: in none they are
  /// near each other without a conjunction or a preposition between them.
  public static boolean isUnknown(AnalyzedText statement, List<AnalyzedText> texts) {
    var words = statement.words();
    var content = words.stream().filter(Word::isContentWord).toList();
    boolean bare =
        content.size() == 2
            && content.stream().allMatch(Word::capital)
            && words.stream().anyMatch(word -> WordLists.PASSIVE.contains(word.lower()));
    return bare
        && texts.stream()
            .noneMatch(text -> areNear(text.words(), content.getFirst(), content.getLast()));
  }

  private static boolean areNear(List<Word> words, Word one, Word other) {
    return IntStream.range(0, words.size())
        .filter(at -> isSame(words.get(at), one) || isSame(words.get(at), other))
        .anyMatch(at -> {
          var wanted = isSame(words.get(at), one) ? other : one;
          return words.subList(at + 1, Math.min(words.size(), at + 1 + MAX_DISTANCE)).stream()
              .takeWhile(word -> !JOINING.contains(word.lower()))
              .anyMatch(word -> isSame(word, wanted));
        });
  }

  private static boolean isSame(Word word, Word other) {
    return word.capital() && NameVariants.areSame(word.lower(), other.lower());
  }
}
