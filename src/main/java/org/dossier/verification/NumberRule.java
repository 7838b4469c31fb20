package org.dossier.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.NumberInName;
import org.dossier.verification.analysis.PartOfTotal;
import org.dossier.verification.analysis.Quantity;
import org.dossier.verification.analysis.Quantity.Bound;
import org.dossier.verification.analysis.Quantity.Kind;
import org.dossier.verification.analysis.Rates;
import org.dossier.verification.analysis.WordLists;

/// The rule for numbers. Every number must be in the cited words, in any notation, and count the
/// same things there as in the statement, as far as this can be determined.
final class NumberRule implements Rule {
  // Words of the sources that express a number of the statement without being that number:
  //
  // | constant  | statement                 | sources                   |
  // | ONE       | "one bridge was built"    | "a bridge was built"      |
  // | FIRST     | "the first bridge"        | "the original bridge"     |
  // | FRACTIONS | "traffic fell by 50 %"    | "traffic halved"          |
  // | BOTH      | "the two towns paid"      | "both towns paid"         |
  // | DEFINITE  | "the two ministers met"   | "Zarif and Lavrov met"    |
  private static final Set<String> ONE =
      Set.of("a", "an", "one", "another", "single", "either", "neither", "each", "every", "any");
  private static final Set<String> FIRST =
      Set.of("initial", "inaugural", "original", "originally", "earliest", "debut");
  private static final Map<String, Set<String>> FRACTIONS =
      Map.of("50", Set.of("halved"), "100", Set.of("all", "whole"));

  /// Before "two" they refer to two things that the sources name.
  private static final Set<String> DEFINITE = Set.of("the", "their", "these", "those");

  /// The difference in percentage points up to which a third and its rounded figure are the same.
  private static final BigDecimal ROUNDING = new BigDecimal("0.5");

  private static final Pattern QUOTED_END = Pattern.compile("[,.]?\"");

  private static final Set<String> THIRDS = Set.of("33.33", "66.67", "16.67", "83.33");

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var known = analyzedSources.quantities();
    for (var quantity : statement.quantities()) {
      var violation = findViolation(statement, quantity, analyzedSources, known);
      if (violation.isPresent()) {
        return violation;
      }
    }
    return findUnknownDigits(statement, analyzedSources)
        .or(() -> VagueNumber.findUnknown(statement, analyzedSources).flatMap(NumberRule::unknown))
        .or(() -> findUnknownRate(statement, analyzedSources));
  }

  private static Optional<Violation> unknown(String words) {
    return violation("the number “%s” is in no source".formatted(words));
  }

  /// "$4 a litre" or "5 percent a year", if the sources have no such rate.
  private static Optional<Violation> findUnknownRate(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    return Rates.findUnknown(statement, analyzedSources.texts())
        .flatMap(unit -> violation("the sources do not measure by the %s".formatted(unit)));
  }

  private static Optional<Violation> findViolation(
      AnalyzedText statement,
      Quantity quantity,
      AnalyzedSources analyzedSources,
      List<Quantity> known) {
    var words = quantity.span().of(statement.plain());
    if (NumberInName.isKnown(statement, quantity, analyzedSources.texts())) {
      return Optional.empty();
    }
    var same = known.stream().filter(other -> isSame(quantity, other)).toList();
    if (same.isEmpty()) {
      return isExpressedOtherwise(statement, quantity, analyzedSources)
          ? Optional.empty()
          : violation("the number “%s” is in no source".formatted(words));
    }
    var fitting = same.stream().filter(other -> fits(quantity, other)).toList();
    if (fitting.isEmpty()) {
      return violation("“%s” has another unit or bound in the sources".formatted(words));
    }
    if (isTitle(statement, quantity)
        || fitting.stream()
            .anyMatch(other -> isConverted(quantity, other) || isSameThird(quantity, other))) {
      return Optional.empty();
    }
    boolean misplaced =
        countsSomethingElse(quantity, fitting, known)
            || PartOfTotal.isTakenForPart(statement, quantity, analyzedSources.texts())
            || NumberContext.fitsAnotherNumber(statement, quantity, analyzedSources);
    return misplaced
        ? violation("“%s” counts something else in the sources".formatted(words))
        : Optional.empty();
  }

  /// The "30" of `her album "30"`.
  private static boolean isTitle(AnalyzedText statement, Quantity quantity) {
    var plain = statement.plain();
    int start = quantity.span().start();
    int end = quantity.span().end();
    return start > 0
        && end < plain.length()
        && plain.charAt(start - 1) == '"'
        && QUOTED_END.matcher(plain.substring(end)).lookingAt();
  }

  private static boolean isSame(Quantity quantity, Quantity other) {
    return quantity.kind() == other.kind()
        && (quantity.value().compareTo(other.value()) == 0
            || isConverted(quantity, other)
            || isSameThird(quantity, other));
  }

  /// "Two weeks" and "14 days".
  private static boolean isConverted(Quantity quantity, Quantity other) {
    var one = quantity.measure();
    var two = other.measure();
    return one != null
        && two != null
        && !one.unit().equals(two.unit())
        && one.unit().isSameAmount(quantity.value(), two.unit(), other.value());
  }

  /// "A third" and "33 %".
  private static boolean isSameThird(Quantity quantity, Quantity other) {
    boolean third =
        THIRDS.contains(quantity.value().toPlainString())
            || THIRDS.contains(other.value().toPlainString());
    return third
        && quantity.unit().equals("%")
        && other.unit().equals("%")
        && quantity.value().subtract(other.value()).abs().compareTo(ROUNDING) < 0;
  }

  private static boolean fits(Quantity quantity, Quantity other) {
    boolean oneIsShare = quantity.unit().equals("%") != other.unit().equals("%");
    boolean otherCurrency =
        !quantity.unit().isEmpty()
            && !other.unit().isEmpty()
            && !quantity.unit().equals(other.unit());
    boolean otherSide = quantity.bound() != other.bound() && quantity.bound() != Bound.NONE;
    boolean otherPreposition =
        !quantity.preposition().isEmpty()
            && !other.preposition().isEmpty()
            && !quantity.preposition().equals(other.preposition());
    return !oneIsShare
        && !otherCurrency
        && !otherSide
        && !otherPreposition
        && hasSameMeasure(quantity, other);
  }

  /// False for "21 weeks" and "21 days", and for "21 weeks" and "21 ships".
  private static boolean hasSameMeasure(Quantity quantity, Quantity other) {
    var one = quantity.measure();
    var two = other.measure();
    if (one != null && two != null) {
      return one.unit().isSameAmount(quantity.value(), two.unit(), other.value());
    }
    boolean onlyHere = one != null && !other.counted().isEmpty();
    boolean onlyThere = two != null && !quantity.counted().isEmpty();
    return !onlyHere && !onlyThere;
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
  private static boolean isExpressedOtherwise(
      AnalyzedText statement, Quantity quantity, AnalyzedSources analyzedSources) {
    var words = new HashSet<String>();
    analyzedSources.words().forEach(word -> words.add(word.lower()));
    var written = quantity.span().of(statement.plain());
    if (written.chars().allMatch(Character::isDigit)
        && DigitToken.ofSources(analyzedSources).contains(written)) {
      return true;
    }
    if (quantity.kind() == Kind.ORDINAL) {
      return quantity.value().compareTo(BigDecimal.ONE) == 0
          && FIRST.stream().anyMatch(words::contains);
    }
    if (quantity.unit().equals("%")) {
      return isFractionInWords(quantity.value(), words)
          || analyzedSources.texts().stream().anyMatch(text -> PartOfTotal.isShare(quantity, text));
    }
    if (quantity.value().compareTo(BigDecimal.ONE) == 0) {
      return ONE.stream().anyMatch(words::contains);
    }
    return quantity.value().compareTo(BigDecimal.TWO) == 0
        && (WordLists.BOTH.stream().anyMatch(words::contains)
            || namesTwo(statement, quantity, analyzedSources));
  }

  private static boolean isFractionInWords(BigDecimal value, Set<String> words) {
    return FRACTIONS.getOrDefault(value.toPlainString(), Set.of()).stream()
        .anyMatch(words::contains);
  }

  /// "Zarif and Lavrov" are "the two ministers".
  private static boolean namesTwo(
      AnalyzedText statement, Quantity quantity, AnalyzedSources analyzedSources) {
    boolean definite =
        statement.words().stream()
            .anyMatch(word ->
                word.span().end() == quantity.span().start() - 1
                    && DEFINITE.contains(word.lower()));
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
  private static Optional<Violation> findUnknownDigits(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var taken = new ArrayList<Span>();
    statement.quantities().forEach(quantity -> taken.add(quantity.span()));
    DateFinder.find(statement.plain(), null).forEach(date -> taken.add(date.span()));
    var known = DigitToken.ofSources(analyzedSources);
    return DigitToken.findAll(statement.plain()).stream()
        .filter(digitToken -> taken.stream().noneMatch(span -> span.contains(digitToken.span())))
        .filter(digitToken -> !known.contains(digitToken.written()))
        .findFirst()
        .flatMap(digitToken -> violation("“%s” is in no source".formatted(digitToken.written())));
  }

  private static Optional<Violation> violation(String detail) {
    return Optional.of(new Violation(Reason.NUMBER, detail));
  }
}
