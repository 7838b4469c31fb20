package org.dossier.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.NameVariants;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;

/// Detects names whose order with other words gives them another part than in the sources: the
/// possessor of something, and the sides of a comparison.
final class OrderedNames {
  private static final String THAN = "than";

  /// The number of words on each side of "than" in which the compared names are looked for.
  private static final int WINDOW = 12;

  private static final Set<String> POSSESSIVE = Set.of("'s", "'");

  /// @param owner the word in the possessive
  /// @param owned the word after it
  private record Possession(Word owner, Word owned) {}

  private OrderedNames() {}

  static Optional<Violation> find(AnalyzedText statement, AnalyzedSources sources) {
    return findOtherOwner(statement, sources).or(() -> findComparison(statement, sources));
  }

  /// "Lune's ferry", if the sources have "Ousel's ferry" only.
  private static Optional<Violation> findOtherOwner(
      AnalyzedText statement, AnalyzedSources sources) {
    var cited = sources.texts().stream().flatMap(text -> possessions(text).stream()).toList();
    return possessions(statement).stream()
        .filter(own -> {
          var others =
              cited.stream()
                  .filter(other -> other.owned().stem().equals(own.owned().stem()))
                  .toList();
          return !others.isEmpty()
              && others.stream()
                  .noneMatch(
                      other -> NameVariants.areSame(other.owner().lower(), own.owner().lower()));
        })
        .filter(own -> own.owned().capital())
        .findFirst()
        .map(own ->
            violation(
                "in the sources “%s” belongs to another than “%s”"
                    .formatted(own.owned().lower(), own.owner().lower())));
  }

  private static List<Possession> possessions(AnalyzedText text) {
    var possessions = new ArrayList<Possession>();
    var words = text.words();
    for (int i = 1; i < words.size(); i++) {
      var owner = words.get(i - 1);
      var gap = text.plain().substring(owner.span().end(), words.get(i).span().start()).strip();
      if (owner.capital() && POSSESSIVE.contains(gap)) {
        possessions.add(new Possession(owner, words.get(i)));
      }
    }
    return possessions;
  }

  /// "Lune is larger than Ousel", if in the sources Ousel is larger than Lune.
  private static Optional<Violation> findComparison(
      AnalyzedText statement, AnalyzedSources sources) {
    var own = comparison(statement.words());
    if (own.isEmpty()) {
      return Optional.empty();
    }
    boolean reversed = false;
    for (var text : sources.texts()) {
      var other = comparison(text.words());
      if (other.isPresent()) {
        if (matches(own.get(), other.get())) {
          return Optional.empty();
        }
        reversed |= matches(own.get(), other.get().reversed());
      }
    }
    return reversed ? Optional.of(violation("it reverses a comparison")) : Optional.empty();
  }

  /// @param word the comparative, or "more" or "less"
  private record Comparison(String left, String word, String right) {
    Comparison reversed() {
      return new Comparison(right, word, left);
    }
  }

  private static boolean matches(Comparison one, Comparison other) {
    return one.word().equals(other.word())
        && NameVariants.areSame(one.left(), other.left())
        && NameVariants.areSame(one.right(), other.right());
  }

  private static Optional<Comparison> comparison(List<Word> words) {
    for (int at = 0; at < words.size(); at++) {
      if (words.get(at).lower().equals(THAN)) {
        var before = words.subList(Math.max(0, at - WINDOW), at);
        var left = names(before);
        var right = names(words.subList(at + 1, Math.min(words.size(), at + WINDOW)));
        var word = before.reversed().stream().filter(OrderedNames::isComparative).findFirst();
        if (!left.isEmpty() && !right.isEmpty() && word.isPresent()) {
          return Optional.of(new Comparison(left.getLast(), word.get().lower(), right.getFirst()));
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> names(List<Word> words) {
    return words.stream()
        .filter(word -> word.capital() && !WordLists.STOP.contains(word.lower()))
        .map(Word::lower)
        .toList();
  }

  private static boolean isComparative(Word word) {
    return word.lower().equals("more")
        || word.lower().equals("less")
        || word.lower().equals("fewer")
        || (word.lower().endsWith("er") && !word.capital());
  }

  private static Violation violation(String detail) {
    return new Violation(Reason.ROLES, detail);
  }
}
