package org.dossier.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;

/// Detects two content words of a statement that were swapped: exchanging them would restore pairs
/// of neighbouring content words of the source. "To repair the ferry and sell the bridge" is not
/// "to sell the ferry and repair the bridge".
final class SwappedWords {
  /// The number of pairs that an exchange must restore.
  private static final int MIN_GAIN = 2;

  private static final int MIN_DISTANCE = 3;

  /// The number of words compared with each other, which bounds the quadratic work.
  private static final int MAX_WORDS = 24;

  private SwappedWords() {}

  static Optional<Violation> find(AnalyzedText statement, AnalyzedSources sources) {
    var stems = stems(statement);
    var known = new HashSet<List<String>>();
    sources.texts().forEach(text -> known.addAll(pairs(stems(text))));
    var candidates = stems.stream().distinct().filter(sources.stems()::contains).toList();
    int most = Math.min(candidates.size(), MAX_WORDS);
    long now = common(pairs(stems), known);
    for (int i = 0; i < most; i++) {
      for (int j = i + 1; j < most; j++) {
        var exchanged = exchange(stems, candidates.get(i), candidates.get(j));
        if (areApart(stems, candidates.get(i), candidates.get(j))
            && !isPhrase(sources, candidates.get(i), candidates.get(j))
            && common(pairs(exchanged), known) >= now + MIN_GAIN
            && restoresBoth(stems, exchanged, known, candidates.get(i), candidates.get(j))) {
          return Optional.of(
              new Violation(
                  Reason.ROLES,
                  "“%s” and “%s” are swapped compared with the sources"
                      .formatted(
                          written(statement, candidates.get(i)),
                          written(statement, candidates.get(j)))));
        }
      }
    }
    return Optional.empty();
  }

  /// Words next to each other are often in another order in a paraphrase: "work on security" and
  /// "security work".
  private static boolean areApart(List<String> stems, String one, String other) {
    return Math.abs(stems.indexOf(one) - stems.indexOf(other)) >= MIN_DISTANCE;
  }

  /// "The malaria drug lunin", which may become "lunin, a drug against malaria": only content words
  /// are between the two.
  private static boolean isPhrase(AnalyzedSources sources, String one, String other) {
    return sources.texts().stream().anyMatch(text -> isPhrase(text.words(), one, other));
  }

  private static boolean isPhrase(List<Word> words, String one, String other) {
    int last = -MIN_DISTANCE;
    var of = "";
    for (int at = 0; at < words.size(); at++) {
      var stem = words.get(at).stem();
      if (!words.get(at).isContentWord()) {
        of = "";
      } else if (stem.equals(one) || stem.equals(other)) {
        if (!of.isEmpty() && !of.equals(stem) && at - last < MIN_DISTANCE) {
          return true;
        }
        of = stem;
        last = at;
      }
    }
    return false;
  }

  /// True if the exchange restores a pair of each of the two words. A single word may have moved.
  private static boolean restoresBoth(
      List<String> stems,
      List<String> exchanged,
      Set<List<String>> known,
      String one,
      String other) {
    var restored = new HashSet<>(pairs(exchanged));
    restored.retainAll(known);
    restored.removeAll(pairs(stems));
    return restored.stream().anyMatch(pair -> pair.contains(one))
        && restored.stream().anyMatch(pair -> pair.contains(other));
  }

  private static String written(AnalyzedText statement, String stem) {
    return statement.words().stream()
        .filter(word -> word.stem().equals(stem))
        .findFirst()
        .map(Word::lower)
        .orElse(stem);
  }

  private static List<String> exchange(List<String> stems, String one, String other) {
    return stems.stream()
        .map(stem -> stem.equals(one) ? other : stem.equals(other) ? one : stem)
        .toList();
  }

  private static long common(Set<List<String>> pairs, Set<List<String>> known) {
    return pairs.stream().filter(known::contains).count();
  }

  private static List<String> stems(AnalyzedText text) {
    return text.words().stream()
        .filter(word ->
            word.isContentWord()
                && (text.isPluralAtStart(word) || (!word.capital() && !text.isName(word))))
        .filter(word -> Character.isLetter(word.lower().codePointAt(0)))
        .filter(word -> !WordLists.REPORTING.contains(word.stem()))
        .filter(word -> !WordLists.EMPTY.contains(word.stem()))
        .map(Word::stem)
        .toList();
  }

  private static Set<List<String>> pairs(List<String> stems) {
    var pairs = new HashSet<List<String>>();
    for (int i = 1; i < stems.size(); i++) {
      pairs.add(List.of(stems.get(i - 1), stems.get(i)));
    }
    return pairs;
  }
}
