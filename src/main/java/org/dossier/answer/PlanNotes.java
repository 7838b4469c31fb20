package org.dossier.answer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.answer.extraction.CandidateSentence;
import org.dossier.answer.extraction.Excerpt;
import org.dossier.answer.extraction.Extraction;
import org.dossier.question.Period;
import org.dossier.question.QuestionKind;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;

/// The notes that belong to a kind of question: how many items of a list are left out, that a
/// period has none, and that the articles give different answers.
final class PlanNotes {
  /// Articles within this number of days are of the same time.
  private static final long SAME_TIME = 7;

  private PlanNotes() {}

  static AnswerMetadata addTo(
      AnswerMetadata metadata, Extraction extraction, List<Excerpt> excerpts) {
    var notes = new ArrayList<>(metadata.notes());
    if (extraction.kind() == QuestionKind.LIST && extraction.left() > 0) {
      notes.add(more(extraction.left()));
    }
    other(extraction, excerpts).ifPresent(notes::add);
    return metadata.withNotes(notes);
  }

  /// That another answer is shown too.
  private static Optional<Note> other(Extraction extraction, List<Excerpt> excerpts) {
    var other = extraction.otherAnswer();
    if (other == null || excerpts.stream().noneMatch(e -> e.sentences().contains(other))) {
      return Optional.empty();
    }
    var best = excerpts.getFirst().sentences().getLast();
    var values = List.of(best.words(), source(best), other.words(), source(other));
    var first = best.published();
    var second = other.published();
    if (first == null || second == null || Math.abs(days(first, second)) <= SAME_TIME) {
      return Optional.of(
          new Note(
              Note.Type.DISAGREEMENT,
              "The articles give different answers: %s (%s), %s (%s).".formatted(values.toArray()),
              values));
    }
    boolean isEarlier = second.isBefore(first);
    return Optional.of(
        new Note(
            Note.Type.CHANGE,
            "The answer has changed: %s (%s), then %s (%s)."
                .formatted(
                    values.get(isEarlier ? 2 : 0),
                    values.get(isEarlier ? 3 : 1),
                    values.get(isEarlier ? 0 : 2),
                    values.get(isEarlier ? 1 : 3)),
            values));
  }

  private static long days(LocalDate first, LocalDate second) {
    return ChronoUnit.DAYS.between(first, second);
  }

  /// The publisher and the day, as far as they are known.
  private static String source(CandidateSentence sentence) {
    var article = sentence.evidence().source().article();
    var published = article.published();
    return Stream.of(
            article.publisher() == null ? article.headline() : article.publisher(),
            published == null ? null : DateFinder.format(DateRange.day(published)))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  /// That nothing about the topic is from the period of the question, and the nearest day on which
  /// something was published; empty if no day is known.
  ///
  /// @param hasTopic false if the question names nothing but the period
  /// @param excerpts those that are closest to the topic
  static Optional<Note> outside(Period period, boolean hasTopic, List<Excerpt> excerpts) {
    var asked = DateFinder.format(period.range());
    return excerpts.stream()
        .map(excerpt -> excerpt.sentences().getFirst().published())
        .filter(Objects::nonNull)
        .min(Comparator.comparingLong(day -> distance(period.range(), day)))
        .map(day ->
            new Note(
                Note.Type.PERIOD,
                "No article%s is from the period of the question (%s). The nearest one is of %s."
                    .formatted(
                        hasTopic ? " about this" : "",
                        asked,
                        DateFinder.format(DateRange.day(day))),
                List.of(asked, day.toString())));
  }

  private static long distance(DateRange period, LocalDate day) {
    return day.isBefore(period.from())
        ? ChronoUnit.DAYS.between(day, period.from())
        : ChronoUnit.DAYS.between(period.to(), day);
  }

  private static Note more(int left) {
    var words =
        left == 1
            ? "One more sentence of the articles fits the question."
            : left + " more sentences of the articles fit the question.";
    return new Note(Note.Type.MORE, words, List.of(String.valueOf(left)));
  }
}
