package org.dossier.answer;

import java.util.List;
import org.dossier.question.QuestionKind;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// The result for one question: one of five outcomes.
public sealed interface Answer permits CitedAnswer, Clarification, About, Abstained {
  AnswerMetadata metadata();

  /// The confidence that the archive answers the question, 0 to 1.
  default double confidence() {
    return metadata().confidence();
  }

  default AnswerOrigin origin() {
    return metadata().origin();
  }

  /// The state of the index that was read: the sequence number of the last change that it
  /// contained.
  default long generation() {
    return metadata().generation();
  }

  default QuestionKind kind() {
    return metadata().kind();
  }

  /// The period that the question names; `null` if it names none.
  default @Nullable DateRange period() {
    return metadata().period();
  }

  default List<Note> notes() {
    return metadata().notes();
  }
}
