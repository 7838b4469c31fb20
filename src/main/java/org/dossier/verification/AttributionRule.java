package org.dossier.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Mood;
import org.dossier.verification.analysis.ReportedSpeech;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;

/// The rule for attribution. A statement may not report as fact what the sources only say that
/// someone says, accuses, claims or denies, unless it attributes it too; nor what they only ask to
/// say.
final class AttributionRule implements Rule {
  /// The share of the words of a statement that must be claimed or reported in the sources for the
  /// statement to be a claim or a report.
  private static final double CLAIMED_SHARE = 0.6;

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var moods = analyzedSources.texts().stream().map(Mood::of).toList();
    var words = statement.words();
    var factual = union(moods, Mood::factual);
    if (shareOfOnly(union(moods, Mood::instructed), factual, words) > 0) {
      return violation("the sources only ask to say it");
    }
    var certain = union(moods, Mood::unalleged);
    var claimed = union(moods, Mood::alleged);
    if ((shareOfOnly(claimed, certain, words) >= CLAIMED_SHARE
            || shareOfOnly(claimed, certain, subject(words)) == 1)
        && words.stream().noneMatch(word -> attributes(word, claimed, certain))) {
      return violation("the sources claim it, but do not establish it");
    }
    return isVerbless(words) ? Optional.empty() : findReported(words, analyzedSources.texts());
  }

  /// The words before the first verb: the "private collector" of "a private collector ordered the
  /// theft".
  private static List<Word> subject(List<Word> words) {
    return words.stream().takeWhile(word -> !isVerb(word)).toList();
  }

  private static boolean isVerb(Word word) {
    return word.isPast()
        || WordLists.AUXILIARIES.contains(word.lower())
        || WordLists.MODALS.contains(word.lower());
  }

  /// A short answer, such as "Security and the economy.", which only repeats what is asked for.
  private static boolean isVerbless(List<Word> words) {
    return words.stream().noneMatch(AttributionRule::isVerb);
  }

  /// "The bridge is safe", if the mayor says that it is. A statement that names the speaker is
  /// attributed.
  private static Optional<Violation> findReported(List<Word> words, List<AnalyzedText> texts) {
    var speeches = texts.stream().map(ReportedSpeech::of).toList();
    var reported = union(speeches, ReportedSpeech::reported);
    var stated = union(speeches, ReportedSpeech::stated);
    var speakers = union(speeches, ReportedSpeech::speakers);
    boolean attributed =
        words.stream()
            .anyMatch(word ->
                (word.capital() && word.isContentWord() && speakers.contains(word.lower()))
                    || attributes(word, reported, stated));
    return !attributed && shareOfOnly(reported, stated, words) >= CLAIMED_SHARE
        ? violation("the sources say that someone says it")
        : Optional.empty();
  }

  /// The share of the words of a statement that the sources have only among `stems`, in the words
  /// that they have among `stems` or `others`.
  private static double shareOfOnly(Set<String> stems, Set<String> others, List<Word> words) {
    var known =
        words.stream()
            .filter(word -> word.isContentWord() && !word.capital())
            .map(Word::stem)
            .filter(stem -> others.contains(stem) || stems.contains(stem))
            .toList();
    long only = known.stream().filter(stem -> !others.contains(stem)).count();
    return known.isEmpty() ? 0 : (double) only / known.size();
  }

  /// True for a word that attributes what follows, unless it is a part of what the sources claim.
  private static boolean attributes(Word word, Set<String> claimed, Set<String> factual) {
    var stem = word.stem();
    boolean isPartOfClaim = claimed.contains(stem) && !factual.contains(stem);
    boolean isCertain = WordLists.CERTAIN_MODALS.contains(word.lower());
    return !isPartOfClaim
        && !isCertain
        && (WordLists.REPORTING.contains(stem)
            || WordLists.CLAIMING.contains(stem)
            || WordLists.ATTRIBUTION.contains(stem)
            || WordLists.PLANNING.contains(stem)
            || WordLists.MODALS.contains(word.lower()));
  }

  private static <T> Set<String> union(List<T> parts, Function<T, Set<String>> part) {
    var stems = new HashSet<String>();
    parts.forEach(each -> stems.addAll(part.apply(each)));
    return stems;
  }

  private static Optional<Violation> violation(String detail) {
    return Optional.of(new Violation(Reason.MODALITY, detail));
  }
}
