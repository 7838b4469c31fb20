package org.dossier.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dossier.answer.extraction.Excerpt;
import org.dossier.answer.extraction.Extraction;
import org.dossier.question.QuestionKind;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;

/// The notes that belong to a kind of question: how many items of a list are left out, and of which
/// day the latest is.
final class PlanNotes {
  private PlanNotes() {}

  static AnswerMetadata addTo(
      AnswerMetadata metadata, Extraction extraction, List<Excerpt> excerpts) {
    var notes = new ArrayList<>(metadata.notes());
    if (extraction.kind() == QuestionKind.LIST && extraction.left() > 0) {
      notes.add(more(extraction.left()));
    }
    if (extraction.kind() == QuestionKind.LATEST) {
      newest(excerpts).map(PlanNotes::newest).ifPresent(notes::add);
    }
    return metadata.withNotes(notes);
  }

  private static Note more(int left) {
    var words =
        left == 1
            ? "One more sentence of the articles fits the question."
            : left + " more sentences of the articles fit the question.";
    return new Note(Note.Type.MORE, words, List.of(String.valueOf(left)));
  }

  private static Note newest(LocalDate day) {
    return new Note(
        Note.Type.NEWEST,
        "The newest article on this is of " + DateFinder.format(DateRange.day(day)) + ".",
        List.of(day.toString()));
  }

  private static Optional<LocalDate> newest(List<Excerpt> excerpts) {
    return excerpts.stream()
        .map(excerpt -> excerpt.sentences().getFirst().evidence().source().article().published())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }
}
