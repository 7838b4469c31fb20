package org.dossier.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.LightStemmer;
import org.dossier.verification.analysis.Mood;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;

/// The rule for modality. A statement may not report as done what the sources only plan, urge or
/// hold possible, nor as certain what they only hold possible.
final class ModalityRule implements Rule {
  /// The number of words after "will" in which its verb is looked for.
  private static final int FUTURE_WINDOW = 3;

  /// Before a participle they say what happens regularly, or in the future: "is renewed each year".
  private static final Set<String> PRESENT_PASSIVE = Set.of("is", "are", "be", "being");

  /// The number of words before a participle in which these are looked for.
  private static final int PASSIVE_WINDOW = 2;

  /// Before a participle they make it an adjective: "the planned bridge".
  private static final Set<String> DETERMINERS =
      Set.of("the", "a", "an", "its", "their", "his", "her", "this", "these", "of");

  /// The minimum number of words of a statement that the sources must have only among what may
  /// happen.
  private static final int MIN_POSSIBLE = 2;

  private static final Set<String> PERFECT = Set.of("has", "have", "had");

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var here = Mood.of(statement);
    var there = analyzedSources.texts().stream().map(Mood::of).toList();
    return findPlanned(statement.words(), here, there)
        .or(() -> findCertain(statement.words(), there))
        .or(() -> findOnlyPossible(statement.words(), here, there));
  }

  /// "The club received a grant", if in the sources it may ask for a grant: what the statement
  /// reports as done, the words after its verb, is in the sources only among what may happen.
  private static Optional<Violation> findOnlyPossible(
      List<Word> words, Mood here, List<Mood> there) {
    var factual = union(there, Mood::factual);
    var certain = union(there, Mood::certain);
    var possible = union(there, Mood::possible);
    int verb =
        IntStream.range(0, words.size())
            .filter(at ->
                isDone(words, at)
                    && here.factual().contains(words.get(at).stem())
                    && !isForm(words.get(at).stem(), factual))
            .findFirst()
            .orElse(words.size());
    boolean hedged =
        !here.planned().isEmpty()
            || words.stream()
                .anyMatch(word ->
                    word.negates()
                        || WordLists.MODALS.contains(word.lower())
                        || WordLists.PLANNING.contains(word.stem())
                        || WordLists.CLAIMING.contains(word.stem())
                        || WordLists.REPORTING.contains(word.stem()));
    if (hedged) {
      return Optional.empty();
    }
    var known =
        words.subList(verb, words.size()).stream()
            .filter(word -> word.isContentWord() && !word.capital())
            .map(Word::stem)
            .filter(stem -> certain.contains(stem) || possible.contains(stem))
            .distinct()
            .toList();
    return known.size() >= MIN_POSSIBLE && known.stream().noneMatch(certain::contains)
        ? Optional.of(violation("the sources only hold it possible"))
        : Optional.empty();
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
                && isForm(word.stem(), planned)
                && !isForm(word.stem(), factual)
                && !isForm(word.stem(), claimed))
        .findFirst()
        .map(word -> violation("the sources do not say that “%s” is done".formatted(word.lower())));
  }

  /// "Cut costs": the past of a verb whose forms are equal, after its subject and before its
  /// object.
  private static boolean isSamePast(List<Word> words, int at) {
    if (!WordLists.SAME_PAST.contains(words.get(at).lower()) || at == 0 || at + 1 == words.size()) {
      return false;
    }
    var before = words.get(at - 1);
    var next = words.get(at + 1);
    boolean subject =
        (before.isContentWord() || WordLists.PRONOUNS.contains(before.lower()))
            && before.clause() == words.get(at).clause()
            && !WordLists.PLANNING.contains(before.stem());
    return subject
        && next.clause() == words.get(at).clause()
        && ((next.isContentWord() && !next.isPast()) || DETERMINERS.contains(next.lower()));
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
        && (perfect || isSamePast(words, at) || (word.isPast() && !present));
  }

  /// "Will open", if in the sources it only may open or is only asked to open.
  private static Optional<Violation> findCertain(List<Word> words, List<Mood> there) {
    var possible = union(there, Mood::possible);
    var otherwise = union(there, Mood::certain);
    return IntStream.range(0, words.size())
        .filter(at -> WordLists.CERTAIN_MODALS.contains(words.get(at).lower()))
        .filter(at -> words.subList(0, at).stream().noneMatch(ModalityRule::leavesOpen))
        .mapToObj(at -> words.subList(at + 1, Math.min(words.size(), at + 1 + FUTURE_WINDOW)))
        .flatMap(next -> next.stream().filter(Word::isContentWord).limit(1))
        .filter(verb -> isForm(verb.stem(), possible) && !isForm(verb.stem(), otherwise))
        .findFirst()
        .map(verb ->
            violation("the sources do not say that “%s” is certain".formatted(verb.lower())));
  }

  /// "It is open whether a second train will run".
  private static boolean leavesOpen(Word word) {
    return word.lower().equals("whether") || word.lower().equals("if");
  }

  private static boolean isForm(String stem, Set<String> stems) {
    return stems.stream().anyMatch(other -> LightStemmer.areForms(stem, other));
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
