package org.dossier.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.verification.Quantity.Bound;
import org.dossier.verification.Quantity.Kind;
import org.dossier.verification.Verdict.Reason;

/// The rule for numbers. Every number must be in the cited words, in any notation, and count the
/// same things there as in the statement, as far as this can be determined.
final class NumberRule implements Rule {
  private static final Set<String> ONE =
      Set.of("a", "an", "one", "single", "either", "neither", "each", "every", "any");

  /// For a unit of time, by stem, the next smaller unit and how many of those it has.
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
  public Optional<Violation> broken(AnalyzedText claim, AnalyzedSources analyzedSources) {
    var known = analyzedSources.amounts();
    for (var quantity : claim.amounts()) {
      var violation = amount(claim, quantity, analyzedSources, known);
      if (violation.isPresent()) {
        return violation;
      }
    }
    return figures(claim, analyzedSources);
  }

  private static Optional<Violation> amount(
      AnalyzedText claim,
      Quantity quantity,
      AnalyzedSources analyzedSources,
      List<Quantity> known) {
    var words = quantity.span().of(claim.plain());
    var same = known.stream().filter(other -> isSame(quantity, other)).toList();
    if (same.isEmpty()) {
      return isSaidOtherwise(claim, quantity, analyzedSources)
          ? Optional.empty()
          : breach("the number “%s” is in no source".formatted(words));
    }
    var fitting = same.stream().filter(other -> fits(quantity, other)).toList();
    if (fitting.isEmpty()) {
      return breach("“%s” is of another kind in the sources".formatted(words));
    }
    if (fitting.stream()
        .anyMatch(other -> sameLength(quantity, other) || sameLength(other, quantity))) {
      return Optional.empty();
    }
    boolean misplaced =
        countsSomethingElse(quantity, fitting, known)
            || NumberContext.fitAnother(claim, quantity, analyzedSources);
    return misplaced
        ? breach("“%s” counts something else in the sources".formatted(words))
        : Optional.empty();
  }

  private static boolean isSame(Quantity quantity, Quantity other) {
    return (quantity.kind() == other.kind() && quantity.value().compareTo(other.value()) == 0)
        || sameLength(quantity, other)
        || sameLength(other, quantity);
  }

  /// "Two weeks" and "14 days".
  private static boolean sameLength(Quantity longer, Quantity shorter) {
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

  private static boolean fits(Quantity quantity, Quantity other) {
    boolean oneIsShare = quantity.unit().equals("%") != other.unit().equals("%");
    boolean otherCurrency =
        !quantity.unit().isEmpty()
            && !other.unit().isEmpty()
            && !quantity.unit().equals(other.unit());
    boolean otherSide =
        quantity.bound() != other.bound()
            && quantity.bound() != Bound.NONE
            && other.bound() != Bound.NONE;
    return !oneIsShare && !otherCurrency && !otherSide;
  }

  /// True if another number of the sources counts the things that `quantity` counts, and the same
  /// number counts other things there.
  private static boolean countsSomethingElse(
      Quantity quantity, List<Quantity> same, List<Quantity> known) {
    if (quantity.counted().isEmpty()
        || same.stream().anyMatch(other -> other.counted().isEmpty() || shares(quantity, other))) {
      return false;
    }
    return known.stream()
        .anyMatch(other ->
            other.kind() == quantity.kind()
                && other.value().compareTo(quantity.value()) != 0
                && shares(quantity, other));
  }

  private static boolean shares(Quantity quantity, Quantity other) {
    return quantity.counted().stream().anyMatch(other.counted()::contains);
  }

  /// True for numbers that the sources express by another kind of word: "both", "half", a year in a
  /// name.
  private static boolean isSaidOtherwise(
      AnalyzedText claim, Quantity quantity, AnalyzedSources analyzedSources) {
    var words = new HashSet<String>();
    analyzedSources.words().forEach(word -> words.add(word.lower()));
    var written = quantity.span().of(claim.plain());
    if (written.chars().allMatch(Character::isDigit)
        && DigitToken.ofSources(analyzedSources).contains(written)) {
      return true;
    }
    if (quantity.kind() == Kind.PLACE) {
      return quantity.value().equals(BigDecimal.ONE)
          && Set.of("initial", "inaugural", "original", "originally", "earliest", "debut").stream()
              .anyMatch(words::contains);
    }
    if (quantity.unit().equals("%")) {
      return isShareInWords(quantity.value(), words);
    }
    if (quantity.value().compareTo(BigDecimal.ONE) == 0) {
      return ONE.stream().anyMatch(words::contains);
    }
    return quantity.value().compareTo(BigDecimal.TWO) == 0
        && (WordLists.BOTH.stream().anyMatch(words::contains)
            || namesTwo(claim, quantity, analyzedSources));
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
  private static boolean namesTwo(
      AnalyzedText claim, Quantity quantity, AnalyzedSources analyzedSources) {
    boolean definite =
        claim.words().stream()
            .anyMatch(word ->
                word.span().end() == quantity.span().start() - 1
                    && Set.of("the", "their", "these", "those").contains(word.lower()));
    return definite
        && analyzedSources.texts().stream()
            .anyMatch(text -> text.names().stream().anyMatch(name -> joinsTwo(text, name)));
  }

  private static boolean joinsTwo(AnalyzedText text, Span name) {
    return text.names().stream()
        .anyMatch(other ->
            other.start() == name.end() + " and ".length()
                && text.plain().startsWith(" and ", name.end()));
  }

  /// Digit tokens that are neither numbers nor dates, such as scores, times and parts of names,
  /// must occur unchanged in the sources.
  private static Optional<Violation> figures(AnalyzedText claim, AnalyzedSources analyzedSources) {
    var taken = new ArrayList<Span>();
    claim.amounts().forEach(quantity -> taken.add(quantity.span()));
    DateFinder.find(claim.plain(), null).forEach(date -> taken.add(date.span()));
    var known = DigitToken.ofSources(analyzedSources);
    return DigitToken.in(claim.plain()).stream()
        .filter(digitToken -> taken.stream().noneMatch(span -> span.contains(digitToken.span())))
        .filter(digitToken -> !known.contains(digitToken.written()))
        .findFirst()
        .flatMap(digitToken -> breach("“%s” is in no source".formatted(digitToken.written())));
  }

  private static Optional<Violation> breach(String detail) {
    return Optional.of(new Violation(Reason.NUMBER, detail));
  }
}
