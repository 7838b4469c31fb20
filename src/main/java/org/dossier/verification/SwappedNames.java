package org.dossier.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.LightStemmer;
import org.dossier.verification.analysis.NameIndex;
import org.dossier.verification.analysis.NameVariants;
import org.dossier.verification.analysis.WordLists;

/// Detects two names of a statement that were swapped: exchanging them would make the statement
/// clearly more similar to its source.
final class SwappedNames {
  /// The number of pairs of neighbouring words that an exchange must restore. A swap of two names
  /// breaks up to four pairs of the source, and a single restored pair may be a coincidence.
  private static final int MIN_GAIN = 2;

  /// The number of names compared with each other, which bounds the quadratic work.
  private static final int MAX_NAMES = 12;

  /// The distance in words from which two names no longer count as joined by a conjunction, by
  /// "with" or by a reciprocal verb.
  private static final int JOIN_DISTANCE = 5;

  private static final Set<String> ARTICLES = Set.of("the", "a", "an");
  private static final Set<String> CONJUNCTIONS = Set.of("and", "or");

  private final List<String> keys;
  private final List<List<String>> cited;
  private final Set<List<String>> citedPairs = new HashSet<>();

  private SwappedNames(AnalyzedText statement, AnalyzedSources analyzedSources) {
    keys = keys(statement);
    cited = analyzedSources.texts().stream().map(SwappedNames::keys).toList();
    cited.forEach(text -> citedPairs.addAll(pairs(text)));
  }

  static Optional<Violation> find(AnalyzedText statement, AnalyzedSources analyzedSources) {
    var swappedNames = new SwappedNames(statement, analyzedSources);
    var names =
        statement.names().stream()
            .map(name -> NameIndex.parts(statement, name).getLast().lower())
            .distinct()
            .limit(MAX_NAMES)
            .toList();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (swappedNames.areSwapped(names.get(i), names.get(j))) {
          return Optional.of(
              new Violation(
                  Reason.ROLES,
                  "“%s” and “%s” are swapped compared with the sources"
                      .formatted(names.get(i), names.get(j))));
        }
      }
    }
    return Optional.empty();
  }

  private boolean areSwapped(String first, String second) {
    if (NameVariants.areSame(first, second)
        || areTogether(keys, first, second)
        || cited.stream().anyMatch(text -> areTogether(text, first, second))) {
      return false;
    }
    var exchanged =
        keys.stream()
            .map(key -> key.equals(first) ? second : key.equals(second) ? first : key)
            .toList();
    var restored = new HashSet<>(pairs(exchanged));
    restored.retainAll(citedPairs);
    restored.removeAll(pairs(keys));
    return common(pairs(exchanged)) >= common(pairs(keys)) + MIN_GAIN
        && restored.stream().anyMatch(pair -> pair.contains(first))
        && restored.stream().anyMatch(pair -> pair.contains(second));
  }

  /// "Iran and Russia", "met with": the order makes no difference.
  private static boolean areTogether(List<String> keys, String first, String second) {
    for (int i = 0; i < keys.size(); i++) {
      for (int j = i + 1; j < Math.min(keys.size(), i + JOIN_DISTANCE); j++) {
        boolean both =
            (keys.get(i).equals(first) && keys.get(j).equals(second))
                || (keys.get(i).equals(second) && keys.get(j).equals(first));
        if (both && areJoined(keys, i, j)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean areJoined(List<String> keys, int one, int other) {
    var between = keys.subList(one + 1, other);
    if (between.isEmpty()) {
      // "Iran, Russia and China".
      return other + 1 < keys.size() && CONJUNCTIONS.contains(keys.get(other + 1));
    }
    // "The Iranian capital Tehran".
    boolean roleBetween =
        between.size() == 1 && WordLists.ROLE_STEMS.contains(LightStemmer.of(between.getFirst()));
    return roleBetween
        || (between.size() == 1 && CONJUNCTIONS.contains(between.getFirst()))
        || between.stream()
            .anyMatch(key -> key.equals("with") || WordLists.MUTUAL.contains(LightStemmer.of(key)));
  }

  private long common(Set<List<String>> pairs) {
    return pairs.stream().filter(citedPairs::contains).count();
  }

  private static Set<List<String>> pairs(List<String> keys) {
    var pairs = new HashSet<List<String>>();
    for (int i = 1; i < keys.size(); i++) {
      pairs.add(List.of(keys.get(i - 1), keys.get(i)));
    }
    return pairs;
  }

  /// The words of a text without articles, each name reduced to its last word: "Foreign Minister
  /// Zarif" is "zarif".
  private static List<String> keys(AnalyzedText text) {
    var keys = new ArrayList<String>();
    for (var word : text.words()) {
      boolean within =
          text.names().stream()
              .anyMatch(name -> name.overlaps(word.span()) && word.span().end() < name.end());
      if (!within && !ARTICLES.contains(word.lower())) {
        keys.add(word.lower());
      }
    }
    return keys;
  }
}
