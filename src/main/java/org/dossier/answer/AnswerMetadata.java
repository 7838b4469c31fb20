package org.dossier.answer;

import java.util.List;
import java.util.stream.Stream;
import org.dossier.question.QuestionKind;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// The properties of every answer, without its text.
///
/// @param kind the kind of the question
/// @param period the period that the question names; `null` if it names none
/// @param confidence the confidence that the archive answers the question, 0 to 1; 1 for an answer
///   that needs no evidence
/// @param origin the author of the answer's text
/// @param generation the state of the index that was read: the sequence number of the last change
///   that it contained
/// @param notes remarks of the program on this answer, in the order to show them
/// @param figures the figures of an answer that counts articles; `null` for any other
public record AnswerMetadata(
    QuestionKind kind,
    @Nullable DateRange period,
    double confidence,
    AnswerOrigin origin,
    long generation,
    List<Note> notes,
    @Nullable ArticleFigures figures) {
  public AnswerMetadata {
    notes = List.copyOf(notes);
  }

  /// The metadata of an answer that counts no articles.
  public AnswerMetadata(
      QuestionKind kind,
      @Nullable DateRange period,
      double confidence,
      AnswerOrigin origin,
      long generation,
      List<Note> notes) {
    this(kind, period, confidence, origin, generation, notes, null);
  }

  /// The metadata of an answer to a question for a fact, without notes.
  public AnswerMetadata(double confidence, AnswerOrigin origin, long generation) {
    this(QuestionKind.FACT, null, confidence, origin, generation, List.of());
  }

  AnswerMetadata withOrigin(AnswerOrigin newOrigin) {
    return new AnswerMetadata(kind, period, confidence, newOrigin, generation, notes, figures);
  }

  AnswerMetadata withConfidence(double newConfidence) {
    return new AnswerMetadata(kind, period, newConfidence, origin, generation, notes, figures);
  }

  AnswerMetadata withNotes(List<Note> newNotes) {
    return new AnswerMetadata(kind, period, confidence, origin, generation, newNotes, figures);
  }

  AnswerMetadata withGeneration(long newGeneration) {
    return new AnswerMetadata(kind, period, confidence, origin, newGeneration, notes, figures);
  }

  /// With the figures, and `more` notes after those that it has.
  AnswerMetadata withFigures(ArticleFigures newFigures, List<Note> more) {
    var all = Stream.concat(notes.stream(), more.stream()).toList();
    return new AnswerMetadata(kind, period, confidence, origin, generation, all, newFigures);
  }
}
