package org.dossier.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Comparison;
import org.dossier.verification.analysis.NameVariants;
import org.dossier.verification.analysis.Word;

/// Detects names and things whose order gives them another part than in the sources: the possessor
/// of something, and the sides of a comparison.
final class OrderedNames {
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
    var cited =
        sources.texts().stream()
            .flatMap(text -> Comparison.findAll(text.words()).stream())
            .toList();
    boolean reversed =
        Comparison.findAll(statement.words()).stream()
            .anyMatch(own -> {
              var same = cited.stream().filter(other -> isSameWord(own, other)).toList();
              return same.stream().anyMatch(own::isReversed)
                  && same.stream().noneMatch(own::isParallel);
            });
    return reversed ? Optional.of(violation("it reverses a comparison")) : Optional.empty();
  }

  private static boolean isSameWord(Comparison one, Comparison other) {
    return one.word().equals(other.word());
  }

  private static Violation violation(String detail) {
    return new Violation(Reason.ROLES, detail);
  }
}
