package org.dossier.evaluation.question;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.dossier.evaluation.InvalidQuestionSetException;
import org.dossier.evaluation.JsonLines;

/// A reader of a question set file, line by line.
final class QuestionSetReader {
  private final Path file;
  private final Map<String, Integer> lineOfId = new HashMap<>();
  private final Map<String, Integer> lastTurn = new HashMap<>();

  QuestionSetReader(Path file) {
    this.file = file;
  }

  QuestionSet read() throws IOException {
    var questions = new ArrayList<GoldQuestion>();
    new JsonLines(file)
        .read((number, object) -> {
          var question = new QuestionLine(file, number, object).question();
          checkId(question, number);
          checkTurn(question.context(), number);
          questions.add(question);
        });
    if (questions.isEmpty()) {
      throw new InvalidQuestionSetException(file, "contains no questions");
    }
    return new QuestionSet(String.valueOf(file.getFileName()), questions);
  }

  private void checkId(GoldQuestion question, int number) {
    var earlier = lineOfId.putIfAbsent(question.id(), number);
    if (earlier != null) {
      throw new InvalidQuestionSetException(
          file, number, "id", "“%s” also occurs on line %d".formatted(question.id(), earlier));
    }
  }

  /// The replies to the earlier turns are the history of the later ones.
  private void checkTurn(GoldQuestion.Context context, int number) {
    var conversation = context.conversation();
    if (conversation == null) {
      return;
    }
    var earlier = lastTurn.put(conversation, context.turn());
    if (earlier != null && earlier >= context.turn()) {
      throw new InvalidQuestionSetException(
          file,
          number,
          "turn",
          "is %d, but an earlier line of the conversation has turn %d"
              .formatted(context.turn(), earlier));
    }
  }
}
