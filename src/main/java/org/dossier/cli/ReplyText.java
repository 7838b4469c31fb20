package org.dossier.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.dossier.answer.Related;
import org.dossier.cli.terminal.ColumnLayout;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.web.json.CitationJson;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.json.ReplyJson.AbstentionJson;
import org.dossier.web.json.ReplyJson.AnsweredByJson;
import org.dossier.web.json.StatementEventJson;

/// A reply to a question as text for a terminal.
///
/// @param terminal the terminal that it is laid out for
public record ReplyText(Terminal terminal) {
  public String format(ReplyJson reply) {
    var lines = new ArrayList<String>();
    if (isRelated(reply.status())) {
      lines.addAll(wrap("", Related.INTRODUCTION));
      lines.add("");
    }
    lines.addAll(hasStatements(reply) ? formatAnswer(reply) : formatOwnWords(reply));
    lines.addAll(new CountBars(terminal.width()).format(reply.count()));
    lines.addAll(formatNotes(reply));
    lines.addAll(formatQuestions(reply));
    return terminal.styled(String.join("\n", lines));
  }

  /// The answer with its markers, the quotation that each marker refers to, and who generated it.
  private List<String> formatAnswer(ReplyJson reply) {
    var lines = new ArrayList<>(wrap("", reply.answer() == null ? "" : reply.answer()));
    for (var cited : byArticle(reply)) {
      lines.add("");
      lines.addAll(formatCitations(cited));
    }
    lines.addAll(formatOrigin(reply.answeredBy()));
    return lines;
  }

  /// The text of a reply without statements: a question back, a reply about the archive, or the
  /// reason of an abstention.
  private List<String> formatOwnWords(ReplyJson reply) {
    var abstention = reply.abstention();
    if (abstention != null) {
      return formatAbstained(abstention);
    }
    var answer = reply.answer() == null ? "" : reply.answer();
    return answer.lines().flatMap(line -> wrap("", line).stream()).toList();
  }

  private List<String> formatNotes(ReplyJson reply) {
    var lines = new ArrayList<String>();
    if (!reply.notes().isEmpty()) {
      lines.add("");
    }
    reply.notes().forEach(note -> lines.addAll(wrap("", note.text())));
    return lines;
  }

  /// The numbered choices of a question back, or the questions to try.
  private List<String> formatQuestions(ReplyJson reply) {
    var clarification = reply.clarification();
    var questions = clarification == null ? reply.followUps() : clarification.choices();
    var lines = new ArrayList<String>();
    if (!questions.isEmpty()) {
      lines.add("");
    }
    int number = 0;
    for (var question : questions) {
      number++;
      var first = clarification == null ? "  · " : "  %d. ".formatted(number);
      lines.addAll(ColumnLayout.wrap(first, TerminalSanitizer.line(question), terminal.width()));
    }
    return lines;
  }

  /// The line before statements that are only related to the question.
  String introduction() {
    return terminal.styled(String.join("\n", wrap("", Related.INTRODUCTION)));
  }

  private static boolean hasStatements(ReplyJson reply) {
    return reply.status().equals("answered") || isRelated(reply.status());
  }

  static boolean isRelated(String status) {
    return status.equals("related");
  }

  /// The model that generated the answer, or a note that the model failed; nothing if no model was
  /// asked.
  private List<String> formatOrigin(AnsweredByJson origin) {
    var lines = new ArrayList<String>();
    if (origin.kind().equals("model")) {
      lines.add("");
      lines.addAll(wrap("", "In the words of " + origin.model() + ", each sentence checked."));
    } else if (origin.fallback()) {
      lines.add("");
      lines.addAll(wrap("", "The model failed; these are the articles' own sentences."));
    }
    return lines;
  }

  /// The citations of each version of an article, in the order of their first numbers.
  private static Collection<List<CitationJson>> byArticle(ReplyJson reply) {
    return reply.citations().stream()
        .collect(
            Collectors.groupingBy(
                citation ->
                    List.of(citation.article().id(), String.valueOf(citation.article().version())),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  /// The article once, then each of its quotations.
  private List<String> formatCitations(List<CitationJson> cited) {
    var first = cited.getFirst();
    var article = first.article();
    var indent = " ".repeat(number(first).length());
    var lines = new ArrayList<String>();
    lines.addAll(
        ColumnLayout.wrap(number(first), ArticleLabel.headline(article), terminal.width()));
    lines.add(indent + ArticleLabel.location(article));
    lines.addAll(alsoIn(indent, first));
    lines.addAll(wrap(indent, quotation(first)));
    for (var further : cited.subList(1, cited.size())) {
      lines.addAll(wrap(number(further), quotation(further)));
      if (!further.alsoIn().equals(first.alsoIn())) {
        lines.addAll(alsoIn(indent, further));
      }
    }
    return lines;
  }

  private static String quotation(CitationJson citation) {
    return "“" + citation.quote() + "”" + ArticleLabel.page(citation.page());
  }

  private List<String> alsoIn(String indent, CitationJson citation) {
    return citation.alsoIn().isEmpty()
        ? List.of()
        : wrap(indent, ArticleLabel.alsoIn(citation.alsoIn()));
  }

  private static String number(CitationJson citation) {
    return "[" + citation.number() + "] ";
  }

  /// One statement with its markers.
  String statement(StatementEventJson statement) {
    var markers = new StringBuilder();
    statement.citations().forEach(number -> markers.append('[').append(number).append(']'));
    return terminal.styled(String.join("\n", wrap("", statement.text() + " " + markers)));
  }

  /// The line before the answer to a question that differs from what was typed.
  String understood(String question) {
    return terminal.styled(String.join("\n", wrap("", "(understood as: " + question + ")")));
  }

  /// The rest of a reply whose statements have been shown: the headlines of the cited articles, or
  /// the text of a reply without statements; notes and questions.
  String afterStatements(ReplyJson reply) {
    var lines = new ArrayList<String>();
    if (!hasStatements(reply)) {
      lines.addAll(formatOwnWords(reply));
    }
    for (var cited : byArticle(reply)) {
      var numbers =
          cited.stream()
              .map(citation -> "[" + citation.number() + "]")
              .collect(Collectors.joining());
      var headline = ArticleLabel.headline(cited.getFirst().article());
      lines.addAll(ColumnLayout.wrap(numbers + " ", headline, terminal.width()));
      lines.addAll(alsoIn(" ".repeat(numbers.length() + 1), cited.getFirst()));
    }
    lines.addAll(new CountBars(terminal.width()).format(reply.count()));
    lines.addAll(formatNotes(reply));
    lines.addAll(formatQuestions(reply));
    return terminal.styled(String.join("\n", lines));
  }

  /// The quotation that each marker of the answer refers to; empty for an abstention.
  String sources(ReplyJson reply) {
    var lines = new ArrayList<String>();
    for (var cited : byArticle(reply)) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(formatCitations(cited));
    }
    return terminal.styled(String.join("\n", lines));
  }

  private List<String> formatAbstained(AbstentionJson abstention) {
    var lines = new ArrayList<String>();
    lines.addAll(wrap("", abstention.explanation()));
    if (!abstention.nearest().isEmpty()) {
      lines.add("");
      lines.add("The nearest articles:");
    }
    for (var article : abstention.nearest()) {
      lines.addAll(ColumnLayout.wrap("  · ", ArticleLabel.headline(article), terminal.width()));
    }
    return lines;
  }

  private List<String> wrap(String indent, String text) {
    return ColumnLayout.wrap(indent, TerminalSanitizer.line(text), terminal.width());
  }
}
