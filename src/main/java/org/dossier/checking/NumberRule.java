package org.dossier.checking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dossier.checking.Amount.Bound;
import org.dossier.checking.Amount.Kind;
import org.dossier.checking.Verdict.Reason;
import org.dossier.text.DateFinder;
import org.dossier.text.Span;

/// Every number must be in the cited words, however it is written, and count there what it counts
/// in the statement, as far as that can be told.
final class NumberRule implements Rule {
  private static final Set<String> ONE =
      Set.of("a", "an", "one", "single", "either", "neither", "each", "every", "any");

  /// How many of the second a first one is, by stems.
  private static final Map<String, Map.Entry<String, Integer>> LENGTHS =
      Map.of(
          "week", Map.entry("day", 7),
          "fortnight", Map.entry("day", 14),
          "decad", Map.entry("year", 10),
          "centuri", Map.entry("year", 100),
          "hour", Map.entry("minut", 60),
          "minut", Map.entry("second", 60),
          "day", Map.entry("hour", 24));

  @Override
  public Optional<Breach> broken(Reading claim, Evidence evidence) {
    var known = evidence.amounts();
    for (var amount : claim.amounts()) {
      var breach = amount(claim, amount, evidence, known);
      if (breach.isPresent()) {
        return breach;
      }
    }
    return figures(claim, evidence);
  }

  private static Optional<Breach> amount(
      Reading claim, Amount amount, Evidence evidence, List<Amount> known) {
    var words = amount.span().of(claim.plain());
    var same = known.stream().filter(other -> isSame(amount, other)).toList();
    if (same.isEmpty()) {
      return isSaidOtherwise(claim, amount, evidence)
          ? Optional.empty()
          : breach("the number “%s” is in no source".formatted(words));
    }
    var fitting = same.stream().filter(other -> fits(amount, other)).toList();
    if (fitting.isEmpty()) {
      return breach("“%s” is of another kind in the sources".formatted(words));
    }
    if (fitting.stream()
        .anyMatch(other -> sameLength(amount, other) || sameLength(other, amount))) {
      return Optional.empty();
    }
    boolean misplaced =
        countsSomethingElse(amount, fitting, known)
            || Surroundings.fitAnother(claim, amount, evidence);
    return misplaced
        ? breach("“%s” counts something else in the sources".formatted(words))
        : Optional.empty();
  }

  private static boolean isSame(Amount amount, Amount other) {
    return (amount.kind() == other.kind() && amount.value().compareTo(other.value()) == 0)
        || sameLength(amount, other)
        || sameLength(other, amount);
  }

  /// "Two weeks" and "14 days".
  private static boolean sameLength(Amount longer, Amount shorter) {
    if (longer.kind() != Kind.COUNT || shorter.kind() != Kind.COUNT) {
      return false;
    }
    return longer.counted().stream()
        .map(LENGTHS::get)
        .anyMatch(length ->
            length != null
                && shorter.counted().contains(length.getKey())
                && longer
                        .value()
                        .multiply(BigDecimal.valueOf(length.getValue()))
                        .compareTo(shorter.value())
                    == 0);
  }

  private static boolean fits(Amount amount, Amount other) {
    boolean oneIsShare = amount.unit().equals("%") != other.unit().equals("%");
    boolean otherCurrency =
        !amount.unit().isEmpty() && !other.unit().isEmpty() && !amount.unit().equals(other.unit());
    boolean otherSide =
        amount.bound() != other.bound()
            && amount.bound() != Bound.NONE
            && other.bound() != Bound.NONE;
    return !oneIsShare && !otherCurrency && !otherSide;
  }

  /// What it counts here is counted there by another number, and this number counts other things.
  private static boolean countsSomethingElse(Amount amount, List<Amount> same, List<Amount> known) {
    if (amount.counted().isEmpty()
        || same.stream().anyMatch(other -> other.counted().isEmpty() || shares(amount, other))) {
      return false;
    }
    return known.stream()
        .anyMatch(other ->
            other.kind() == amount.kind()
                && other.value().compareTo(amount.value()) != 0
                && shares(amount, other));
  }

  private static boolean shares(Amount amount, Amount other) {
    return amount.counted().stream().anyMatch(other.counted()::contains);
  }

  /// Numbers that the sources write as words of another kind: "both", "half", a year in a name.
  private static boolean isSaidOtherwise(Reading claim, Amount amount, Evidence evidence) {
    var words = new HashSet<String>();
    evidence.words().forEach(word -> words.add(word.lower()));
    var written = amount.span().of(claim.plain());
    if (written.chars().allMatch(Character::isDigit)
        && Figure.ofSources(evidence).contains(written)) {
      return true;
    }
    if (amount.kind() == Kind.PLACE) {
      return amount.value().equals(BigDecimal.ONE)
          && Set.of("initial", "inaugural", "original", "originally", "earliest", "debut").stream()
              .anyMatch(words::contains);
    }
    if (amount.unit().equals("%")) {
      return isShareInWords(amount.value(), words);
    }
    if (amount.value().compareTo(BigDecimal.ONE) == 0) {
      return ONE.stream().anyMatch(words::contains);
    }
    return amount.value().compareTo(BigDecimal.TWO) == 0
        && (WordLists.BOTH.stream().anyMatch(words::contains) || namesTwo(claim, amount, evidence));
  }

  private static boolean isShareInWords(BigDecimal value, Set<String> words) {
    return switch (value.toPlainString()) {
      case "50" -> words.contains("half");
      case "25" -> words.contains("quarter");
      case "75" -> words.contains("quarters");
      case "100" -> words.contains("all") || words.contains("whole");
      default -> false;
    };
  }

  /// "Zarif and Lavrov" are "the two ministers".
  private static boolean namesTwo(Reading claim, Amount amount, Evidence evidence) {
    boolean definite =
        claim.words().stream()
            .anyMatch(word ->
                word.span().end() == amount.span().start() - 1
                    && Set.of("the", "their", "these", "those").contains(word.lower()));
    return definite
        && evidence.texts().stream()
            .anyMatch(text -> text.names().stream().anyMatch(name -> joinsTwo(text, name)));
  }

  private static boolean joinsTwo(Reading text, Span name) {
    return text.names().stream()
        .anyMatch(other ->
            other.start() == name.end() + " and ".length()
                && text.plain().startsWith(" and ", name.end()));
  }

  /// Figures that are neither numbers nor dates, such as scores, times and parts of names, must
  /// stand in the sources as they are.
  private static Optional<Breach> figures(Reading claim, Evidence evidence) {
    var taken = new ArrayList<Span>();
    claim.amounts().forEach(amount -> taken.add(amount.span()));
    DateFinder.in(claim.plain(), null).forEach(date -> taken.add(date.span()));
    var known = Figure.ofSources(evidence);
    return Figure.in(claim.plain()).stream()
        .filter(figure -> taken.stream().noneMatch(span -> span.contains(figure.span())))
        .filter(figure -> !known.contains(figure.written()))
        .findFirst()
        .flatMap(figure -> breach("“%s” is in no source".formatted(figure.written())));
  }

  private static Optional<Breach> breach(String detail) {
    return Optional.of(new Breach(Reason.NUMBER, detail));
  }
}
