package org.dossier.evaluation.question;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import org.dossier.evaluation.InvalidQuestionSetException;
import org.dossier.evaluation.JsonLines;

/// A reader of a question set file, line by line.
final class QuestionSetReader {
  private final Path file;

  QuestionSetReader(Path file) {
    this.file = file;
  }

  QuestionSet read() throws IOException {
    var questions = new ArrayList<GoldQuestion>();
    var lineOfId = new HashMap<String, Integer>();
    new JsonLines(file)
        .read((number, object) -> {
          var question = new QuestionLine(file, number, object).question();
          var earlier = lineOfId.putIfAbsent(question.id(), number);
          if (earlier != null) {
            throw new InvalidQuestionSetException(
                file,
                number,
                "id",
                "“%s” also occurs on line %d".formatted(question.id(), earlier));
          }
          questions.add(question);
        });
    if (questions.isEmpty()) {
      throw new InvalidQuestionSetException(file, "contains no questions");
    }
    return new QuestionSet(String.valueOf(file.getFileName()), questions);
  }
}
