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
    return new GoldQuestion(
        readRequired("id"),
        optionalText("type"),
        readRequired("question"),
        readAskedDate(),
        context(),
        expected());
  }

  private ExpectedReply expected() {
    var kind = kind();
    var answers = answers();
    var nuggets = new Nuggets(groups("nuggets"));
    var articles = articles();
    if (kind == ExpectedReply.Kind.ABSTAIN
        && !(answers.isEmpty() && nuggets.isEmpty() && articles.isEmpty())) {
      throw fault("abstain", "is expected, but the line has answers, nuggets or articles");
    }
    return new ExpectedReply(kind, answers, nuggets, articles);
  }

  /// The kind of reply by `expect` and `abstain`, of which a line may have both.
  private ExpectedReply.Kind kind() {
    var abstain = abstain();
    var expect = optionalText("expect");
    if (expect == null) {
      return Boolean.TRUE.equals(abstain) ? ExpectedReply.Kind.ABSTAIN : ExpectedReply.Kind.ANSWER;
    }
    var kind =
        switch (expect) {
          case "answer" -> ExpectedReply.Kind.ANSWER;
          case "abstain" -> ExpectedReply.Kind.ABSTAIN;
          case "reply" -> ExpectedReply.Kind.REPLY;
          default -> throw fault("expect", "is neither “answer”, “abstain” nor “reply”: " + expect);
        };
    if (abstain != null && abstain != (kind == ExpectedReply.Kind.ABSTAIN)) {
      throw fault("expect", "is “%s”, but “abstain” is %s".formatted(expect, abstain));
    }
    return kind;
  }

  private GoldQuestion.Context context() {
    var conversation = optionalText("conversation");
    return new GoldQuestion.Context(history(), after(), conversation, turn(conversation));
  }

  private int turn(@Nullable String conversation) {
    var value = line.path("turn");
    boolean absent = value.isMissingNode() || value.isNull();
    if (conversation == null) {
      if (!absent) {
        throw fault("turn", "requires the field “conversation”");
      }
      return 1;
    }
    if (absent) {
      throw fault("turn", "is missing, but the line has a conversation");
    }
    if (!value.isInt() || value.asInt() < 1) {
      throw fault("turn", "is not a whole number from 1: " + value);
    }
    return value.asInt();
  }

  private List<String> after() {
    var messages = new ArrayList<String>();
    list("after", line.path("after")).forEach(message -> messages.add(text("after", message)));
    return messages;
  }

  private @Nullable String optionalText(String field) {
    var value = line.path(field);
    return value.isMissingNode() || value.isNull() ? null : text(field, value);
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

  private @Nullable Boolean abstain() {
    var value = line.path("abstain");
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isBoolean()) {
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
    try {
      return new ExpectedAnswers(groups("answers"));
    } catch (IllegalArgumentException e) {
      throw fault("answers", String.valueOf(e.getMessage()));
    }
  }

  private List<List<String>> groups(String field) {
    var groups = new ArrayList<List<String>>();
    for (var group : list(field, line.path(field))) {
      var alternatives = new ArrayList<String>();
      list(field, group).forEach(value -> alternatives.add(text(field, value)));
      if (alternatives.isEmpty()) {
        throw fault(field, "has a list without alternatives");
      }
      groups.add(alternatives);
    }
    return groups;
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
