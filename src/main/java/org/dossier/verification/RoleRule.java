package org.dossier.verification;

import java.util.List;
import java.util.Optional;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.BareRelation;
import org.dossier.verification.analysis.NameVariants;
import org.dossier.verification.analysis.PredicateStructure;
import org.dossier.verification.analysis.PredicateStructure.NameMention;
import org.dossier.verification.analysis.PredicateStructure.Triple;
import org.dossier.verification.analysis.PredicateStructure.Voice;
import org.dossier.verification.analysis.SubjectVoice;
import org.dossier.verification.analysis.WordLists;

/// The rule for roles: agent and patient may not be reversed. The sentence "Rouhani told Lavrov"
/// does not support "Lavrov told Rouhani". Roles are read off the order of names around a verb,
/// reversed for the passive. If the order does not determine them, as with "met", the rule accepts.
final class RoleRule implements Rule {
  /// The maximum distance in words of a passive verb from its patient: "Lune was also accused".
  private static final int MAX_PATIENT_DISTANCE = 3;

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var said = triples(PredicateStructure.findAll(statement));
    var predicateStructures =
        analyzedSources.texts().stream()
            .flatMap(text -> PredicateStructure.findAll(text).stream())
            .toList();
    return findReversal(said, triples(predicateStructures))
        .or(() -> findOtherAgent(said, predicateStructures))
        .or(() -> findAgentAsPatient(PredicateStructure.findAll(statement), predicateStructures))
        .or(() ->
            findAgentWithoutPatient(PredicateStructure.findAll(statement), predicateStructures))
        .or(() ->
            SubjectVoice.findReversed(statement, analyzedSources.texts())
                .map(own ->
                    violation("the sources have “%s” in another role".formatted(own.subject()))))
        .or(() -> OrderedNames.find(statement, analyzedSources))
        .or(() -> SwappedNames.find(statement, analyzedSources))
        .or(() -> SwappedWords.find(statement, analyzedSources))
        .or(() ->
            BareRelation.isUnknown(statement, analyzedSources.texts())
                ? Optional.of(violation("no source relates the two names"))
                : Optional.empty());
  }

  private static List<Triple> triples(List<PredicateStructure> predicateStructures) {
    return predicateStructures.stream()
        .flatMap(predicateStructure -> predicateStructure.triple().stream())
        .toList();
  }

  private static Optional<Violation> findReversal(List<Triple> said, List<Triple> cited) {
    return said.stream()
        .filter(triple ->
            cited.stream().anyMatch(triple.reversed()::matches)
                && cited.stream().noneMatch(triple::matches))
        .findFirst()
        .map(triple ->
            violation(
                "in the sources “%s” does it to “%s”".formatted(triple.patient(), triple.agent())));
  }

  /// "Vienna abandoned the deal", if the sources have another name before the verb and Vienna after
  /// it.
  private static Optional<Violation> findOtherAgent(
      List<Triple> said, List<PredicateStructure> predicateStructures) {
    return said.stream()
        .filter(triple -> {
          var same =
              predicateStructures.stream()
                  .filter(predicateStructure -> predicateStructure.verb().equals(triple.verb()))
                  .toList();
          return !same.isEmpty()
              && same.stream()
                  .allMatch(
                      predicateStructure -> hasOtherAgent(predicateStructure, triple.agent()));
        })
        .findFirst()
        .map(triple -> violation("in the sources “%s” does not do it".formatted(triple.agent())));
  }

  /// "Lune was accused", if in the sources Lune accuses another.
  private static Optional<Violation> findAgentAsPatient(
      List<PredicateStructure> own, List<PredicateStructure> predicateStructures) {
    for (var passive : own) {
      if (passive.voice() != Voice.PASSIVE
          || passive.before().isEmpty()
          || passive.before().getLast().distance() > MAX_PATIENT_DISTANCE) {
        continue;
      }
      var patient = passive.before().getLast().key();
      var same =
          triples(predicateStructures).stream()
              .filter(triple -> triple.verb().equals(passive.verb()))
              .toList();
      if (!same.isEmpty()
          && same.stream().allMatch(triple -> NameVariants.areSame(triple.agent(), patient))) {
        return Optional.of(violation("in the sources “%s” does it itself".formatted(patient)));
      }
    }
    return Optional.empty();
  }

  /// "Lune declared an emergency", if in the sources another does, and Lune comes later.
  private static Optional<Violation> findAgentWithoutPatient(
      List<PredicateStructure> own, List<PredicateStructure> predicateStructures) {
    for (var active : own) {
      if (active.voice() != Voice.ACTIVE
          || active.before().isEmpty()
          || active.before().getLast().distance() > MAX_PATIENT_DISTANCE) {
        continue;
      }
      var agent = active.before().getLast().key();
      var same =
          predicateStructures.stream().filter(other -> other.verb().equals(active.verb())).toList();
      if (!same.isEmpty() && same.stream().allMatch(other -> hasOtherAgent(other, agent))) {
        return Optional.of(violation("in the sources “%s” does not do it".formatted(agent)));
      }
    }
    return Optional.empty();
  }

  private static boolean hasOtherAgent(PredicateStructure predicateStructure, String agent) {
    return predicateStructure.voice() == Voice.ACTIVE
        && (predicateStructure.hasObject()
            || !WordLists.REPORTING.contains(predicateStructure.verb()))
        && !predicateStructure.before().isEmpty()
        && !contains(predicateStructure.before(), agent)
        && contains(predicateStructure.after(), agent);
  }

  private static boolean contains(List<NameMention> names, String name) {
    return names.stream().anyMatch(other -> NameVariants.areSame(other.key(), name));
  }

  private static Violation violation(String detail) {
    return new Violation(Reason.ROLES, detail);
  }
}
