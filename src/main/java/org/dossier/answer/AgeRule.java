package org.dossier.answer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dossier.answer.extraction.Excerpt;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.PublicationRhythm;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;

/// The rule by which a reply says how old its newest article is: always for the latest; for other
/// questions that mean the present, if the article is old by the day of asking and by the rhythm of
/// the archive. In an archive with an article every two years, one of last year is new.
final class AgeRule {
  /// The age from which an article is old for a question that asks for the present, and for one
  /// that only is in the present tense or asks about a topic, in days.
  private static final long OLD_NOW = 14;

  private static final long OLD = 365;

  /// The same in the rhythm of the archive, in the usual distances between its articles.
  private static final double RHYTHMS = 2;

  private AgeRule() {}

  /// The note of the age; empty if it makes no difference, or no day is known.
  ///
  /// @param hasNewer true for a day after which other articles on this were published
  /// @param rhythm asked for only if it matters
  static Optional<Note> note(
      QuestionAnalysis analysis,
      LocalDate askedOn,
      List<Excerpt> excerpts,
      Predicate<LocalDate> hasNewer,
      Supplier<PublicationRhythm> rhythm) {
    return newest(excerpts)
        .filter(day ->
            analysis.kind() == QuestionKind.LATEST
                || isOld(ChronoUnit.DAYS.between(day, askedOn), analysis, rhythm))
        .map(day -> note(day, hasNewer.test(day)));
  }

  private static boolean isOld(
      long age, QuestionAnalysis analysis, Supplier<PublicationRhythm> rhythm) {
    boolean meansPresent =
        analysis.period() == null && (analysis.present() || analysis.kind() == QuestionKind.TOPIC);
    long least = analysis.recent() ? OLD_NOW : OLD;
    return (analysis.recent() || meansPresent)
        && age > least
        && age > RHYTHMS * rhythm.get().days();
  }

  private static Note note(LocalDate day, boolean hasNewer) {
    var subject = hasNewer ? "article cited here" : "article on this";
    return new Note(
        Note.Type.NEWEST,
        "The newest " + subject + " is of " + DateFinder.format(DateRange.day(day)) + ".",
        List.of(day.toString()));
  }

  private static Optional<LocalDate> newest(List<Excerpt> excerpts) {
    return excerpts.stream()
        .flatMap(excerpt -> excerpt.sentences().stream())
        .map(sentence -> sentence.published())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }
}
