package org.dossier.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Polarity;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;
import org.dossier.verification.analysis.WordRelations;

/// The rule for polarity. The statement may not deny what the sources affirm, affirm what they
/// deny, or replace a word by its opposite.
final class PolarityRule implements Rule {
  /// The number of words on each side of an opposite that form its context. Opposites without a
  /// common context word say different things of different things.
  private static final int WINDOW = 8;

  /// The share of common words from which two texts count as the same but for negations.
  private static final double NEARLY_ALL = 0.9;

  /// The minimum length of an opposite formed by a negating prefix. Shorter ones are mostly
  /// unrelated words.
  private static final int MIN_NEGATED_LENGTH = 4;

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var cited = analyzedSources.words();
    var here = Polarity.of(statement.words());
    var there = Polarity.of(cited);
    return findNegated(statement, here, there, cited)
        .or(() -> findFailure(statement.words(), cited))
        .or(() -> findAffirmed(statement, here, there))
        .or(() ->
            differsByOneNegation(statement.words(), cited)
                ? violation("it differs from the sources only by a negation")
                : Optional.empty())
        .or(() -> findOpposite(statement, here, cited, there));
  }

  private static Optional<Violation> findNegated(
      AnalyzedText statement, Polarity here, Polarity there, List<Word> cited) {
    if (negatesByPrefix(statement, cited)) {
      return Optional.empty();
    }
    for (var word : here.negated().entrySet()) {
      if (there.isAffirmed(word.getKey())) {
        return violation("it negates “%s”, which the sources affirm".formatted(word.getValue()));
      }
    }
    boolean nothingNegated = there.negated().isEmpty() && !here.negated().isEmpty();
    return nothingNegated && !negatesInOtherWords(here, cited)
        ? violation("it has a negation, and the sources have none")
        : Optional.empty();
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
                    .filter(stem -> stem.length() >= MIN_NEGATED_LENGTH)
                    .anyMatch(stem -> isNegatedForm(form, stem)));
  }

  private static Optional<Violation> findAffirmed(
      AnalyzedText statement, Polarity here, Polarity there) {
    return there.negated().entrySet().stream()
        .filter(word ->
            here.isAffirmed(word.getKey())
                && !there.affirmed().contains(word.getKey())
                && !hasNegatedForm(word.getKey(), statement))
        .findFirst()
        .flatMap(word ->
            violation("it affirms “%s”, which the sources negate".formatted(word.getValue())));
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
      AnalyzedText text, Polarity here, List<Word> cited, Polarity there) {
    if (negatesByPrefix(text, cited)) {
      return Optional.empty();
    }
    var statement = text.words();
    var own = positionsByStem(statement);
    var theirs = positionsByStem(cited);
    for (var stem : own.keySet()) {
      for (var opposite : opposites(stem, theirs.keySet())) {
        boolean inPlace =
            positions(own, stem).size() > positions(theirs, stem).size()
                && positions(theirs, opposite).size() > positions(own, opposite).size();
        boolean sameSide = here.isNegated(stem) == there.isNegated(opposite);
        if (inPlace
            && sameSide
            && !isBothSides(stem, opposite, own.keySet(), theirs.keySet())
            && haveCommonNeighbours(
                statement, positions(own, stem), cited, positions(theirs, opposite))) {
          var word = statement.get(positions(own, stem).getFirst()).lower();
          return violation("it says “%s”, and the sources say the opposite".formatted(word));
        }
      }
    }
    return Optional.empty();
  }

  /// "The simple ones first, the complex ones later", if the sources have "easy" and "complicated":
  /// each side has a word of both.
  private static boolean isBothSides(
      String stem, String opposite, Set<String> own, Set<String> theirs) {
    return theirs.stream()
            .anyMatch(other -> !own.contains(other) && WordRelations.canRetell(stem, other))
        && own.stream()
            .anyMatch(other -> !theirs.contains(other) && WordRelations.canRetell(other, opposite));
  }

  /// The opposites of `stem`: those of the word list, and those formed by a negating prefix.
  private static Set<String> opposites(String stem, Set<String> theirs) {
    var opposites = new HashSet<>(WordLists.OPPOSITES.getOrDefault(stem, Set.of()));
    for (var prefix : WordLists.NEGATING_PREFIXES) {
      var bare = stem.startsWith(prefix) ? stem.substring(prefix.length()) : "";
      boolean isWord = stem.length() >= MIN_NEGATED_LENGTH;
      Stream.of(isWord ? prefix + stem : "", bare)
          .filter(other -> other.length() >= MIN_NEGATED_LENGTH && theirs.contains(other))
          .forEach(opposites::add);
    }
    return opposites;
  }

  private static List<Integer> positions(Map<String, List<Integer>> stems, String stem) {
    return stems.getOrDefault(stem, List.of());
  }

  /// The positions of each stem.
  private static Map<String, List<Integer>> positionsByStem(List<Word> words) {
    var at = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < words.size(); i++) {
      at.computeIfAbsent(words.get(i).stem(), _ -> new ArrayList<>()).add(i);
    }
    return at;
  }

  private static boolean haveCommonNeighbours(
      List<Word> statement, List<Integer> at, List<Word> cited, List<Integer> there) {
    var neighbours = new HashSet<String>();
    at.forEach(place -> neighbours.addAll(neighbours(statement, place)));
    return there.stream()
        .anyMatch(place -> neighbours(cited, place).stream().anyMatch(neighbours::contains));
  }

  private static Set<String> neighbours(List<Word> words, int at) {
    var neighbours = new HashSet<String>();
    int from = Math.max(0, at - WINDOW);
    for (var word : words.subList(from, Math.min(words.size(), at + WINDOW + 1))) {
      if (word.isContentWord()) {
        neighbours.add(word.stem());
      }
    }
    return neighbours;
  }

  private static Optional<Violation> violation(String detail) {
    return Optional.of(new Violation(Reason.NEGATION, detail));
  }
}
