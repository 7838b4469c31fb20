package org.dossier.evaluation.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.dossier.evaluation.InvalidQuestionSetException;
import org.dossier.evaluation.question.GoldQuestion.Role;
import org.dossier.evaluation.question.GoldQuestion.Turn;
import org.jspecify.annotations.Nullable;

/// A parser of one line of a question set.
///
/// @param file for messages
/// @param number line number, from 1, for messages
/// @param line a JSON object
record QuestionLine(Path file, int number, JsonNode line) {

  GoldQuestion question() {
    boolean abstain = abstain();
    var answers = answers();
    var articles = articles();
    if (abstain && !(answers.isEmpty() && articles.isEmpty())) {
      throw fault("abstain", "is true, but the line has answers or articles");
    }
    return new GoldQuestion(
        readRequired("id"),
        readRequired("question"),
        readAskedDate(),
        history(),
        answers,
        articles,
        abstain);
  }

  private String readRequired(String field) {
    var value = line.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw fault(field, "is missing");
    }
    return text(field, value);
  }

  private @Nullable LocalDate readAskedDate() {
    var value = line.path("asked");
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    try {
      return LocalDate.parse(text("asked", value));
    } catch (DateTimeParseException e) {
      throw fault("asked", "is not a date such as 2022-10-07: " + value);
    }
  }

  private boolean abstain() {
    var value = line.path("abstain");
    if (!(value.isMissingNode() || value.isNull() || value.isBoolean())) {
      throw fault("abstain", "is neither true nor false: " + value);
    }
    return value.asBoolean();
  }

  private List<Turn> history() {
    var turns = new ArrayList<Turn>();
    for (var turn : list("history", line.path("history"))) {
      turns.add(new Turn(role(turn.path("role")), turnText(turn.path("text"))));
    }
    return turns;
  }

  private Role role(JsonNode role) {
    return switch (role.asText()) {
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      default -> throw fault("history", "role is neither “user” nor “assistant”: " + role);
    };
  }

  /// The text of an assistant's turn may be empty; the turn still counts.
  private String turnText(JsonNode text) {
    if (!text.isTextual()) {
      throw fault("history", "text is not a string: " + text);
    }
    return text.asText();
  }

  private ExpectedAnswers answers() {
    var answers = new ArrayList<List<String>>();
    for (var group : list("answers", line.path("answers"))) {
      var alternatives = new ArrayList<String>();
      list("answers", group).forEach(value -> alternatives.add(text("answers", value)));
      if (alternatives.isEmpty()) {
        throw fault("answers", "has a list without alternatives");
      }
      answers.add(alternatives);
    }
    try {
      return new ExpectedAnswers(answers);
    } catch (IllegalArgumentException e) {
      throw fault("answers", String.valueOf(e.getMessage()));
    }
  }

  private LinkedHashSet<String> articles() {
    var articles = new LinkedHashSet<String>();
    for (var id : list("articles", line.path("articles"))) {
      articles.add(text("articles", id));
    }
    return articles;
  }

  private JsonNode list(String field, JsonNode value) {
    if (!(value.isMissingNode() || value.isNull() || value.isArray())) {
      throw fault(field, "is not a list: " + value);
    }
    return value;
  }

  private String text(String field, JsonNode value) {
    if (!value.isTextual() || value.asText().isBlank()) {
      throw fault(field, "is not a string with words: " + value);
    }
    return value.asText();
  }

  private InvalidQuestionSetException fault(String field, String fault) {
    return new InvalidQuestionSetException(file, number, field, fault);
  }
}
