package org.dossier.answer.draft;

import org.dossier.HostileText;
import org.dossier.LinearWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Output of a model that follows the instructions of an article.
class HostileDraftsTest {
  private static final int TOKEN = 4;

  @Test
  void statementsAreReadInLinearTimeInOnePiece() {
    LinearWork.verify(
        20_000,
        text -> {
          var statementSplitter = new StatementSplitter();
          statementSplitter.read(text);
          statementSplitter.end(true);
        });
  }

  @Test
  void statementsAreReadInLinearTimeInTokens() {
    // The words of an unfinished statement are read again with each token, up to 1,000 characters.
    var brackets =
        HostileText.ALL.stream()
            .filter(pattern -> pattern.name().equals("opening brackets"))
            .toList();
    LinearWork.verify(brackets, 32_000, text -> read(text, new StatementSplitter()));
  }

  @Test
  void reasoningAndCodeAreSkippedInLinearTime() {
    LinearWork.verify(50_000, text -> skip("```\n", text));
    LinearWork.verify(50_000, text -> skip("<think>", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<think></think>",
        "<think>",
        "\n```\n```\n",
        "```",
        " ",
        "\n ",
        "~",
        "<th",
        "\n~~~a"
      })
  void marksAreFoundInLinearTimeInOnePiece(String mark) {
    LinearWork.verify(
        mark,
        1_000_000,
        length -> mark.repeat(length / mark.length()),
        text -> {
          var reasoningFilter = new ReasoningFilter();
          reasoningFilter.read(text);
          reasoningFilter.end();
        });
  }

  private static void read(String text, StatementSplitter statementSplitter) {
    for (int at = 0; at < text.length(); at += TOKEN) {
      statementSplitter.read(text.substring(at, Math.min(text.length(), at + TOKEN)));
    }
    statementSplitter.end(true);
  }

  private static void skip(String opening, String text) {
    var reasoningFilter = new ReasoningFilter();
    reasoningFilter.read(opening);
    for (int at = 0; at < text.length(); at += TOKEN) {
      reasoningFilter.read(text.substring(at, Math.min(text.length(), at + TOKEN)));
    }
    reasoningFilter.end();
  }
}
