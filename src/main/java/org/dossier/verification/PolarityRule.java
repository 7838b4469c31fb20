package org.dossier.verification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.OppositePrepositions;
import org.dossier.verification.analysis.Opposites;
import org.dossier.verification.analysis.Polarity;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;

/// The rule for polarity. The statement may not deny what the sources affirm, affirm what they
/// deny, or replace a word by its opposite.
final class PolarityRule implements Rule {
  /// The share of common words from which two texts count as the same but for negations.
  private static final double NEARLY_ALL = 0.9;

  private static final Set<String> HARDLY = Set.of("hardly", "barely", "scarcely");
  private static final Set<String> SLIGHTLY = Set.of("slightly", "little", "minor", "marginally");

  /// Words of sources that leave something open.
  private static final Set<String> OPEN =
      Set.of("whether", "if", "depends", "depend", "may", "might", "could", "possibly", "perhaps");

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var cited = analyzedSources.words();
    var here = Polarity.of(statement.words());
    var there = Polarity.of(cited);
    return findNegated(statement, here, there, cited)
        .or(() -> findFailure(statement.words(), cited))
        .or(() -> findAffirmed(statement, here, there))
        .or(() -> findRejected(statement.words(), cited))
        .or(() ->
            differsByOneNegation(statement.words(), cited)
                ? violation("it differs from the sources only by a negation")
                : Optional.empty())
        .or(() -> findOpposite(statement, here, cited, there))
        .or(() ->
            OppositePrepositions.find(statement, analyzedSources.texts())
                .flatMap(word -> violation("the sources do not say “%s”".formatted(word))));
  }

  private static Optional<Violation> findNegated(
      AnalyzedText statement, Polarity here, Polarity there, List<Word> cited) {
    if (negatesByPrefix(statement, cited) || isLittle(statement, cited)) {
      return Optional.empty();
    }
    for (var word : here.negated().entrySet()) {
      if (!here.lightObjects().contains(word.getKey())
          && there.isFormAffirmed(word.getKey())
          && !there.isInNegatedClause(word.getKey())
          && !negatesTheSame(statement, here, cited, there)) {
        return violation("it negates “%s”, which the sources affirm".formatted(word.getValue()));
      }
    }
    boolean nothingNegated =
        there.negated().isEmpty() && there.nearNegation().isEmpty() && !here.negated().isEmpty();
    return nothingNegated && !negatesInOtherWords(here, cited) && !isOpen(here, cited)
        ? violation("it has a negation, and the sources have none")
        : Optional.empty();
  }

  /// "Hardly damaged" for "only slightly damaged".
  private static boolean isLittle(AnalyzedText statement, List<Word> cited) {
    return statement.words().stream()
            .filter(Word::negates)
            .allMatch(word -> HARDLY.contains(word.lower()))
        && cited.stream().anyMatch(word -> SLIGHTLY.contains(word.lower()));
  }

  /// "It is not certain whether a train will run", if the sources say on what this depends.
  private static boolean isOpen(Polarity here, List<Word> cited) {
    return here.negated().values().stream().allMatch(WordLists.UNCERTAIN::contains)
        && cited.stream().anyMatch(word -> OPEN.contains(word.lower()));
  }

  /// "No link has been proven" for "a link has not been proven".
  private static boolean negatesTheSame(
      AnalyzedText statement, Polarity here, List<Word> cited, Polarity there) {
    long negations = statement.words().stream().filter(Word::negates).count();
    return negations == cited.stream().filter(Word::negates).count()
        && here.nearNegation().stream().anyMatch(there::isNegated);
  }

  /// "The repairs failed": a negating verb that has no object to negate, and that no source has.
  private static Optional<Violation> findFailure(List<Word> statement, List<Word> cited) {
    var known = cited.stream().map(Word::stem).collect(Collectors.toSet());
    for (int at = 0; at < statement.size(); at++) {
      var word = statement.get(at);
      boolean last = at + 1 == statement.size() || statement.get(at + 1).clause() != word.clause();
      boolean passive = at > 0 && WordLists.PASSIVE.contains(statement.get(at - 1).lower());
      if (last && !passive && word.negates() && word.isPast() && !known.contains(word.stem())) {
        return violation("no source says “%s”".formatted(word.lower()));
      }
    }
    return Optional.empty();
  }

  /// "No details were disclosed" for "the details are undisclosed".
  private static boolean negatesByPrefix(AnalyzedText statement, List<Word> cited) {
    var own = statement.stems();
    return statement.words().stream().filter(Word::negates).count() == 1
        && cited.stream().noneMatch(Word::negates)
        && cited.stream()
            .map(Word::stem)
            .filter(form -> !own.contains(form))
            .anyMatch(form ->
                own.stream()
                    .filter(stem -> stem.length() >= Opposites.MIN_NEGATED_LENGTH)
                    .anyMatch(stem -> isNegatedForm(form, stem)));
  }

  private static Optional<Violation> findAffirmed(
      AnalyzedText statement, Polarity here, Polarity there) {
    return there.negated().entrySet().stream()
        .filter(word ->
            here.isAffirmed(word.getKey())
                && !there.affirmed().contains(word.getKey())
                && !hasNegatedForm(word.getKey(), statement)
                && !affirmsOpposite(statement, here, there))
        .findFirst()
        .flatMap(word ->
            violation("it affirms “%s”, which the sources negate".formatted(word.getValue())));
  }

  /// "Quill called for a bridge", if the sources say that she rejected calls for it.
  private static Optional<Violation> findRejected(List<Word> statement, List<Word> cited) {
    for (int at = 0; at + 1 < cited.size(); at++) {
      var demand = cited.get(at + 1);
      boolean rejected =
          WordLists.REJECTING.contains(cited.get(at).stem())
              && WordLists.DEMANDS.contains(demand.stem())
              && !demand.isPast();
      boolean demanded =
          statement.stream().anyMatch(word -> word.stem().equals(demand.stem()) && word.isPast())
              && statement.stream()
                  .noneMatch(word -> word.negates() || WordLists.REJECTING.contains(word.stem()));
      if (rejected && demanded) {
        return violation("the sources reject the “%s”".formatted(demand.lower()));
      }
    }
    return Optional.empty();
  }

  /// "All factories stay open", if the sources say "no factory closes".
  private static boolean affirmsOpposite(AnalyzedText statement, Polarity here, Polarity there) {
    return statement.words().stream()
        .filter(word -> here.isAffirmed(word.stem()))
        .filter(word -> !there.isNegated(word.stem()) && !there.affirmed().contains(word.stem()))
        .flatMap(word -> WordLists.OPPOSITES.getOrDefault(word.stem(), Set.of()).stream())
        .anyMatch(there::isNegated);
  }

  /// True if the statement has nearly all words of the sources and one negation more or fewer.
  private static boolean differsByOneNegation(List<Word> statement, List<Word> cited) {
    var own = contentStems(statement);
    var theirs = contentStems(cited);
    boolean nearlyAll =
        shared(own, theirs) >= NEARLY_ALL * own.size()
            && shared(theirs, own) >= NEARLY_ALL * theirs.size();
    long negations = statement.stream().filter(Word::negates).count();
    long others = cited.stream().filter(Word::negates).count();
    return nearlyAll && Math.abs(negations - others) == 1;
  }

  private static long shared(List<String> stems, List<String> others) {
    return stems.stream().filter(others::contains).count();
  }

  private static List<String> contentStems(List<Word> words) {
    return words.stream().filter(w -> w.isContentWord() && !w.negates()).map(Word::stem).toList();
  }

  /// "Impossible" for "not possible".
  private static boolean hasNegatedForm(String stem, AnalyzedText statement) {
    return statement.words().stream().anyMatch(word -> isNegatedForm(word.stem(), stem));
  }

  private static boolean isNegatedForm(String form, String stem) {
    return WordLists.NEGATING_PREFIXES.stream().anyMatch(prefix -> form.equals(prefix + stem));
  }

  private static boolean negatesInOtherWords(Polarity here, List<Word> cited) {
    return here.negated().keySet().stream()
        .allMatch(stem -> {
          var opposites = WordLists.OPPOSITES.getOrDefault(stem, Set.of());
          return cited.stream()
              .anyMatch(
                  word -> opposites.contains(word.stem()) || isNegatedForm(word.stem(), stem));
        });
  }

  private static Optional<Violation> findOpposite(
      AnalyzedText statement, Polarity here, List<Word> cited, Polarity there) {
    return negatesByPrefix(statement, cited)
        ? Optional.empty()
        : Opposites.find(statement, here, cited, there)
            .flatMap(word ->
                violation("it says “%s”, and the sources say the opposite".formatted(word)));
  }

  private static Optional<Violation> violation(String detail) {
    return Optional.of(new Violation(Reason.NEGATION, detail));
  }
}
