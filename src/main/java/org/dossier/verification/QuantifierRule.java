package org.dossier.verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.PartOfTotal;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;

/// The rule for quantifiers: "all", "most", "only" and "few" must be in the sources in these or
/// equivalent words. "Several towns paid" supports neither "all towns paid" nor "most towns paid".
final class QuantifierRule implements Rule {
  private static final String ALL = "all";

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    return WordLists.QUANTIFIERS.entrySet().stream()
        .flatMap(kind -> find(kind, statement, analyzedSources).stream())
        .findFirst()
        .map(word -> new Violation(Reason.QUANTIFIER, "no source says “%s”".formatted(word)));
  }

  private static Optional<String> find(
      Map.Entry<Set<String>, Set<String>> kind,
      AnalyzedText statement,
      AnalyzedSources analyzedSources) {
    boolean known =
        analyzedSources.texts().stream()
            .anyMatch(text ->
                has(text.words(), kind.getValue())
                    || firstOf(kind.getKey(), text.words()).isPresent());
    return known
        ? Optional.empty()
        : firstOf(
            kind.getKey(),
            statement.words().stream()
                .filter(word -> !countsAll(word, statement, analyzedSources))
                .toList());
  }

  /// "All eleven miners", if the sources have eleven of them and not eleven of more.
  private static boolean countsAll(
      Word word, AnalyzedText statement, AnalyzedSources analyzedSources) {
    return word.lower().equals(ALL)
        && statement.quantities().stream()
            .filter(quantity -> quantity.span().start() == word.span().end() + 1)
            .anyMatch(quantity ->
                analyzedSources.texts().stream()
                    .anyMatch(text -> PartOfTotal.isWhole(quantity, text)));
  }

  /// True if `words` contain one of `equivalents`, each a word or two: "the various".
  private static boolean has(List<Word> words, Set<String> equivalents) {
    return IntStream.range(0, words.size())
        .anyMatch(at -> {
          var word = words.get(at).lower();
          var before = at > 0 ? words.get(at - 1).lower() : "";
          return equivalents.contains(word) || equivalents.contains(before + " " + word);
        });
  }

  /// The first of `quantifiers` that quantifies something.
  private static Optional<String> firstOf(Set<String> quantifiers, List<Word> words) {
    return IntStream.range(0, words.size())
        .filter(at -> quantifiers.contains(words.get(at).lower()) && quantifies(words, at))
        .mapToObj(at -> words.get(at).lower())
        .findFirst();
  }

  /// False for "at all", "the most popular".
  private static boolean quantifies(List<Word> words, int at) {
    var word = words.get(at).lower();
    var before = at > 0 ? words.get(at - 1).lower() : "";
    var after = at + 1 < words.size() ? words.get(at + 1).lower() : "";
    return !WordLists.NO_QUANTIFIERS.contains(before + " " + word)
        && !WordLists.NO_QUANTIFIERS.contains(word + " " + after);
  }
}
