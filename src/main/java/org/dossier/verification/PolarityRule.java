package org.dossier.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.verification.Verdict.Reason;

/// The rule for polarity. The statement may not deny what the sources affirm, affirm what they
/// deny, or replace a word by its opposite.
final class PolarityRule implements Rule {
  private static final int NEIGHBOURS = 8;
  private static final double NEARLY_ALL = 0.9;
  private static final int SHORTEST_NEGATED = 4;

  @Override
  public Optional<Violation> broken(AnalyzedText claim, AnalyzedSources analyzedSources) {
    var cited = analyzedSources.words();
    var here = Polarity.of(claim.words());
    var there = Polarity.of(cited);
    return denied(here, there, cited)
        .or(() -> said(claim, here, there))
        .or(() ->
            isOneDenialApart(claim.words(), cited)
                ? breach("but for a denial it is what the sources say")
                : Optional.empty())
        .or(() -> opposite(claim.words(), here, cited, there));
  }

  private static Optional<Violation> denied(Polarity here, Polarity there, List<Word> cited) {
    for (var word : here.denied().entrySet()) {
      if (there.says(word.getKey())) {
        return breach("it denies “%s”, which the sources say".formatted(word.getValue()));
      }
    }
    boolean nothingDenied = there.denied().isEmpty() && !here.denied().isEmpty();
    return nothingDenied && !deniesInOtherWords(here, cited)
        ? breach("it denies something, and the sources deny nothing")
        : Optional.empty();
  }

  private static Optional<Violation> said(AnalyzedText claim, Polarity here, Polarity there) {
    return there.denied().entrySet().stream()
        .filter(word ->
            here.says(word.getKey())
                && !there.said().contains(word.getKey())
                && !hasNegatedForm(word.getKey(), claim))
        .findFirst()
        .flatMap(word -> breach("it says “%s”, which the sources deny".formatted(word.getValue())));
  }

  /// True if the statement has nearly all words of the sources and one negation more or fewer.
  private static boolean isOneDenialApart(List<Word> claim, List<Word> cited) {
    var own = telling(claim);
    var theirs = telling(cited);
    boolean nearlyAll =
        shared(own, theirs) >= NEARLY_ALL * own.size()
            && shared(theirs, own) >= NEARLY_ALL * theirs.size();
    long denials = claim.stream().filter(Word::negates).count();
    long others = cited.stream().filter(Word::negates).count();
    return nearlyAll && Math.abs(denials - others) == 1;
  }

  private static long shared(List<String> stems, List<String> others) {
    return stems.stream().filter(others::contains).count();
  }

  private static List<String> telling(List<Word> words) {
    return words.stream().filter(w -> w.isContentWord() && !w.negates()).map(Word::stem).toList();
  }

  /// "Impossible" for "not possible".
  private static boolean hasNegatedForm(String stem, AnalyzedText claim) {
    return claim.words().stream().anyMatch(word -> isNegatedForm(word.stem(), stem));
  }

  private static boolean isNegatedForm(String form, String stem) {
    return WordLists.NEGATING_PREFIXES.stream().anyMatch(prefix -> form.equals(prefix + stem));
  }

  private static boolean deniesInOtherWords(Polarity here, List<Word> cited) {
    return here.denied().keySet().stream()
        .allMatch(stem -> {
          var opposites = WordLists.OPPOSITES.getOrDefault(stem, Set.of());
          return cited.stream()
              .anyMatch(
                  word -> opposites.contains(word.stem()) || isNegatedForm(word.stem(), stem));
        });
  }

  private static Optional<Violation> opposite(
      List<Word> claim, Polarity here, List<Word> cited, Polarity there) {
    var own = stemsAt(claim);
    var theirs = stemsAt(cited);
    for (var stem : own.keySet()) {
      for (var opposite : opposites(stem, theirs.keySet())) {
        boolean inPlace =
            places(own, stem).size() > places(theirs, stem).size()
                && places(theirs, opposite).size() > places(own, opposite).size();
        boolean sameSide = here.denies(stem) == there.denies(opposite);
        if (inPlace
            && sameSide
            && haveCommonNeighbours(claim, places(own, stem), cited, places(theirs, opposite))) {
          var word = claim.get(places(own, stem).getFirst()).lower();
          return breach("it says “%s” where the sources say the opposite".formatted(word));
        }
      }
    }
    return Optional.empty();
  }

  /// The opposites of `stem`: those of the word list, and those formed by a negating prefix.
  private static Set<String> opposites(String stem, Set<String> theirs) {
    var opposites = new HashSet<>(WordLists.OPPOSITES.getOrDefault(stem, Set.of()));
    for (var prefix : WordLists.NEGATING_PREFIXES) {
      var bare = stem.startsWith(prefix) ? stem.substring(prefix.length()) : "";
      Stream.of(prefix + stem, bare)
          .filter(other -> other.length() >= SHORTEST_NEGATED && theirs.contains(other))
          .forEach(opposites::add);
    }
    return opposites;
  }

  private static List<Integer> places(Map<String, List<Integer>> stems, String stem) {
    return stems.getOrDefault(stem, List.of());
  }

  /// The positions of each stem.
  private static Map<String, List<Integer>> stemsAt(List<Word> words) {
    var at = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < words.size(); i++) {
      at.computeIfAbsent(words.get(i).stem(), _ -> new ArrayList<>()).add(i);
    }
    return at;
  }

  private static boolean haveCommonNeighbours(
      List<Word> claim, List<Integer> at, List<Word> cited, List<Integer> there) {
    var neighbours = new HashSet<String>();
    at.forEach(place -> neighbours.addAll(neighbours(claim, place)));
    return there.stream()
        .anyMatch(place -> neighbours(cited, place).stream().anyMatch(neighbours::contains));
  }

  private static Set<String> neighbours(List<Word> words, int at) {
    var neighbours = new HashSet<String>();
    int from = Math.max(0, at - NEIGHBOURS);
    for (var word : words.subList(from, Math.min(words.size(), at + NEIGHBOURS + 1))) {
      if (word.isContentWord()) {
        neighbours.add(word.stem());
      }
    }
    return neighbours;
  }

  private static Optional<Violation> breach(String detail) {
    return Optional.of(new Violation(Reason.NEGATION, detail));
  }
}
