package org.dossier.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Mood;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;

/// The rule for modality and attribution. A statement may not report as done what the sources only
/// plan, urge or hold possible, nor as fact what they only accuse, claim or deny.
final class ModalityRule implements Rule {
  /// The share of the words of a statement that must be claimed in the sources for the statement to
  /// be a claim.
  private static final double CLAIMED_SHARE = 0.6;

  /// Before a participle they say what happens regularly, or in the future: "is renewed each year".
  private static final Set<String> PRESENT_PASSIVE = Set.of("is", "are", "be", "being");

  /// The number of words before a participle in which these are looked for.
  private static final int PASSIVE_WINDOW = 2;

  /// Before a participle they make it an adjective: "the planned bridge".
  private static final Set<String> DETERMINERS =
      Set.of("the", "a", "an", "its", "their", "his", "her", "this", "these", "of");

  private static final Set<String> PERFECT = Set.of("has", "have", "had");

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var here = Mood.of(statement);
    var there = analyzedSources.texts().stream().map(Mood::of).toList();
    return findPlanned(statement.words(), here, there)
        .or(() -> findClaimed(statement.words(), there))
        .or(() -> findInstructed(statement.words(), there));
  }

  private static Optional<Violation> findPlanned(List<Word> words, Mood here, List<Mood> there) {
    var factual = union(there, Mood::factual);
    var planned = union(there, Mood::planned);
    var claimed = union(there, Mood::claimed);
    return IntStream.range(0, words.size())
        .filter(at -> isDone(words, at))
        .mapToObj(words::get)
        .filter(word ->
            here.factual().contains(word.stem())
                && planned.contains(word.stem())
                && !factual.contains(word.stem())
                && !claimed.contains(word.stem()))
        .findFirst()
        .map(word -> violation("the sources do not say that “%s” is done".formatted(word.lower())));
  }

  /// True for a verb in the past or the perfect: "signed", "has put".
  private static boolean isDone(List<Word> words, int at) {
    var word = words.get(at);
    boolean perfect = at > 0 && PERFECT.contains(words.get(at - 1).lower());
    boolean present =
        words.subList(Math.max(0, at - PASSIVE_WINDOW), at).stream()
            .anyMatch(other -> PRESENT_PASSIVE.contains(other.lower()));
    boolean noun = at > 0 && DETERMINERS.contains(words.get(at - 1).lower());
    return word.isContentWord()
        && !noun
        && !word.capital()
        && Character.isLetter(word.lower().codePointAt(0))
        && !WordLists.PLANNING.contains(word.stem())
        && !WordLists.REPORTING.contains(word.stem())
        && (perfect || (word.isPast() && !present));
  }

  private static Optional<Violation> findClaimed(List<Word> words, List<Mood> there) {
    if (words.stream().anyMatch(ModalityRule::attributes)) {
      return Optional.empty();
    }
    return shareOfOnly(Mood::claimed, words, there) >= CLAIMED_SHARE
        ? Optional.of(violation("the sources claim it, but do not establish it"))
        : Optional.empty();
  }

  private static Optional<Violation> findInstructed(List<Word> words, List<Mood> there) {
    return shareOfOnly(Mood::instructed, words, there) > 0
        ? Optional.of(violation("the sources only ask to say it"))
        : Optional.empty();
  }

  /// The share of the words of a statement that occur in the sources in this mood only, among those
  /// that occur there in this mood or as fact.
  private static double shareOfOnly(
      Function<Mood, Set<String>> part, List<Word> words, List<Mood> there) {
    var factual = union(there, Mood::factual);
    var stems = union(there, part);
    var known =
        words.stream()
            .filter(word -> word.isContentWord() && !word.capital())
            .map(Word::stem)
            .filter(stem -> factual.contains(stem) || stems.contains(stem))
            .toList();
    long only = known.stream().filter(stem -> !factual.contains(stem)).count();
    return known.isEmpty() ? 0 : (double) only / known.size();
  }

  private static boolean attributes(Word word) {
    return WordLists.REPORTING.contains(word.stem())
        || WordLists.CLAIMING.contains(word.stem())
        || WordLists.ATTRIBUTION.contains(word.stem())
        || WordLists.PLANNING.contains(word.stem())
        || WordLists.MODALS.contains(word.lower());
  }

  private static Set<String> union(List<Mood> moods, Function<Mood, Set<String>> part) {
    var stems = new HashSet<String>();
    moods.forEach(mood -> stems.addAll(part.apply(mood)));
    return stems;
  }

  private static Violation violation(String detail) {
    return new Violation(Reason.MODALITY, detail);
  }
}
