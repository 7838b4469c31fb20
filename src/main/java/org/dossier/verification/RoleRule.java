package org.dossier.verification;

import java.util.List;
import java.util.Optional;
import org.dossier.verification.PredicateStructure.Named;
import org.dossier.verification.PredicateStructure.Triple;
import org.dossier.verification.PredicateStructure.Voice;
import org.dossier.verification.Verdict.Reason;

/// The rule for roles: agent and patient may not be reversed. The sentence "Rouhani told Lavrov"
/// does not support "Lavrov told Rouhani". Roles are read off the order of names around a verb,
/// reversed for the passive. If the order does not determine them, as with "met", the rule accepts.
final class RoleRule implements Rule {

  @Override
  public Optional<Violation> broken(AnalyzedText claim, AnalyzedSources analyzedSources) {
    var said = deeds(PredicateStructure.in(claim));
    var predicateStructures =
        analyzedSources.texts().stream()
            .flatMap(text -> PredicateStructure.in(text).stream())
            .toList();
    return turnedRound(said, deeds(predicateStructures))
        .or(() -> byAnother(said, predicateStructures))
        .or(() -> SwappedNames.in(claim, analyzedSources));
  }

  private static List<Triple> deeds(List<PredicateStructure> predicateStructures) {
    return predicateStructures.stream()
        .flatMap(predicateStructure -> predicateStructure.deed().stream())
        .toList();
  }

  private static Optional<Violation> turnedRound(List<Triple> said, List<Triple> cited) {
    return said.stream()
        .filter(triple ->
            cited.stream().anyMatch(triple.turned()::isLike)
                && cited.stream().noneMatch(triple::isLike))
        .findFirst()
        .map(triple ->
            breach(
                "in the sources it is “%s” who did it to “%s”"
                    .formatted(triple.whom(), triple.who())));
  }

  /// "Vienna abandoned the deal", if the sources have another name before the verb and Vienna after
  /// it.
  private static Optional<Violation> byAnother(
      List<Triple> said, List<PredicateStructure> predicateStructures) {
    return said.stream()
        .filter(triple -> {
          var same =
              predicateStructures.stream()
                  .filter(predicateStructure -> predicateStructure.verb().equals(triple.verb()))
                  .toList();
          return !same.isEmpty()
              && same.stream()
                  .allMatch(predicateStructure -> isByAnother(predicateStructure, triple));
        })
        .findFirst()
        .map(triple -> breach("in the sources it is not “%s” who did it".formatted(triple.who())));
  }

  private static boolean isByAnother(PredicateStructure predicateStructure, Triple triple) {
    return predicateStructure.voice() == Voice.ACTIVE
        && !WordLists.REPORTING.contains(predicateStructure.verb())
        && !predicateStructure.before().isEmpty()
        && !has(predicateStructure.before(), triple.who())
        && has(predicateStructure.behind(), triple.who());
  }

  private static boolean has(List<Named> names, String name) {
    return names.stream().anyMatch(other -> NameVariants.same(other.key(), name));
  }

  private static Violation breach(String detail) {
    return new Violation(Reason.ROLES, detail);
  }
}
