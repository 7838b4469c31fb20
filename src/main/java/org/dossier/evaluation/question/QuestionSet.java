package org.dossier.evaluation.question;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.dossier.evaluation.InvalidQuestionSetException;

/// A set of questions with known answers.
///
/// @param name its name in reports: the file's name
/// @param questions in the order of the file; never empty, without duplicate ids
public record QuestionSet(String name, List<GoldQuestion> questions) {
  public QuestionSet {
    questions = List.copyOf(questions);
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("the question set is empty: " + name);
    }
    var ids = new HashSet<String>();
    for (var question : questions) {
      if (!ids.add(question.id())) {
        throw new IllegalArgumentException("two questions have the id " + question.id());
      }
    }
  }

  /// Reads JSON Lines, plain or gzipped; docs/measurements/evaluation.md describes the fields.
  /// Unknown fields and blank lines are ignored.
  ///
  /// @throws InvalidQuestionSetException naming the file, the line and the invalid field
  public static QuestionSet read(Path file) {
    try {
      return new QuestionSetReader(file).read();
    } catch (IOException e) {
      throw new InvalidQuestionSetException(file, e);
    }
  }
}
