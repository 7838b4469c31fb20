package org.dossier.checking;

import java.util.List;
import java.util.Optional;
import org.dossier.checking.Doing.Deed;
import org.dossier.checking.Doing.Named;
import org.dossier.checking.Doing.Voice;
import org.dossier.checking.Verdict.Reason;

/// Who does something to whom may not be turned round: "Rouhani told Lavrov" is not "Lavrov told
/// Rouhani". Read off the order of names around a verb, the passive turned; where the order does
/// not tell, as with "met", nothing is said.
final class RoleRule implements Rule {

  @Override
  public Optional<Breach> broken(Reading claim, Evidence evidence) {
    var said = deeds(Doing.in(claim));
    var doings = evidence.texts().stream().flatMap(text -> Doing.in(text).stream()).toList();
    return turnedRound(said, deeds(doings))
        .or(() -> byAnother(said, doings))
        .or(() -> Exchange.in(claim, evidence));
  }

  private static List<Deed> deeds(List<Doing> doings) {
    return doings.stream().flatMap(doing -> doing.deed().stream()).toList();
  }

  private static Optional<Breach> turnedRound(List<Deed> said, List<Deed> cited) {
    return said.stream()
        .filter(deed ->
            cited.stream().anyMatch(deed.turned()::isLike)
                && cited.stream().noneMatch(deed::isLike))
        .findFirst()
        .map(deed ->
            breach(
                "in the sources it is “%s” who did it to “%s”".formatted(deed.whom(), deed.who())));
  }

  /// "Vienna abandoned the deal", where another name stands before the verb and Vienna behind it.
  private static Optional<Breach> byAnother(List<Deed> said, List<Doing> doings) {
    return said.stream()
        .filter(deed -> {
          var same = doings.stream().filter(doing -> doing.verb().equals(deed.verb())).toList();
          return !same.isEmpty() && same.stream().allMatch(doing -> isByAnother(doing, deed));
        })
        .findFirst()
        .map(deed -> breach("in the sources it is not “%s” who did it".formatted(deed.who())));
  }

  private static boolean isByAnother(Doing doing, Deed deed) {
    return doing.voice() == Voice.ACTIVE
        && !WordLists.REPORTING.contains(doing.verb())
        && !doing.before().isEmpty()
        && !has(doing.before(), deed.who())
        && has(doing.behind(), deed.who());
  }

  private static boolean has(List<Named> names, String name) {
    return names.stream().anyMatch(other -> Spelling.same(other.key(), name));
  }

  private static Breach breach(String detail) {
    return new Breach(Reason.ROLES, detail);
  }
}
