package org.dossier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionSplitterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who signed the treaty? And where was it signed?            | Who signed the treaty? / And where was it signed?
          Hi, who signed it? When? And in which city did they meet?  | Hi, who signed it? / When? / And in which city did they meet?
          The ferry stopped. Who owned it? How old is it?            | The ferry stopped. Who owned it? / How old is it?
          Did it stop?? Is it old?                                   | Did it stop? / Is it old?
          When did the ferry stop and why?                           | When did the ferry stop? / And why?
          When did the ferry stop and why                            | When did the ferry stop? / And why?
          Who owned the ferry, since when and why?                   | Who owned the ferry? / And since when? / And why?
          Who owned it? When did it stop and for how long?           | Who owned it? / When did it stop? / And for how long?
          Who is Erik Lund and where does he live?                   | Who is Erik Lund? / And where does he live?
          When did the ferry stop and who bought it in the end?      | When did the ferry stop? / And who bought it in the end?
          Did it stop, and how many people were on it and why?       | Did it stop? / And how many people were on it? / And why?
          whats new at the harbour and who repaired it?              | whats new at the harbour? / And who repaired it?
          How did the ferry sink? what happened                      | How did the ferry sink?
          What happened? How did the ferry sink?                     | How did the ferry sink?
          """)
  void questionsAreSplit(String message, String expected) {
    assertThat(String.join(" / ", QuestionSplitter.split(message))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who signed the treaty?",
        "The ferry stopped on Monday. Who owned it?",
        "Who owned it? I need it for a report on ferries.",
        "The treaty? Who signed it?",
        "Really? Who signed it?",
        "Who wrote Who's Afraid of Bergen? in 1962?",
        "Who said “Why not?” in Oslo?",
        "Do you know who stopped it and why?",
        "When and why?",
        "When and where did the ferry stop?",
        "What did he say about who won and who lost in the end?",
        "What did the mayor say about when it opens and how much it costs?",
        "Who signed and sealed the treaty?",
        "What is the harbour board and how big is it?",
        "What happened?",
        "Tell me who signed it and who did not sign it.",
        "the ferry and why it stopped",
        "Wann hielt die Fähre? Und wo?",
        "?",
        "",
      })
  void messageWithOneQuestionIsNotSplit(String message) {
    assertThat(QuestionSplitter.split(message)).containsExactly(message);
  }

  @Test
  void aLongMessageIsSplitInLinearTime() {
    var message = "Who " + "and why, when ".repeat(5_000) + "?";

    assertThat(QuestionSplitter.split(message)).isNotEmpty();
  }
}
