package org.dossier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Statement;
import org.dossier.archive.SampleArticles;
import org.dossier.chat.rewriting.HistoryTurn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatElseTest {
  @TempDir Path folder;
  private ResponderFixture fixture;
  private final List<HistoryTurn> turns = new ArrayList<>();

  @BeforeEach
  void open() {
    fixture = new ResponderFixture(folder, Map.of("examples.max-questions", "0"));
    fixture.put(
        SampleArticles.bare(
            "bridge",
            """
            The Vesla bridge was designed by the engineer Marta Holm of Bergen. \
            The mayor opened the Vesla bridge on 3 May 2011 with a speech. \
            The towers of the Vesla bridge are built of red granite from Selby. \
            Painters need three summers for the steel of the Vesla bridge. \
            About 9,000 cars and 400 trams cross the Vesla bridge on a working day. \
            The Vesla bridge was closed for a week in 2018 because of a storm. \
            Falcons have nested on the northern tower of the Vesla bridge since 2015. \
            The toll for the Vesla bridge was abolished by the council in 2016. \
            A film of 2019 about smugglers was shot on the Vesla bridge at night.\
            """),
        SampleArticles.bare(
            "museum",
            """
            The museum of Dunmore shows 300 clocks of the last century. \
            Visitors to the museum may wind the clocks on Sundays.\
            """));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Answer ask(String message) {
    var response = fixture.respond(turns, message);
    turns.add(HistoryTurn.of(response.question(), response.answer()));
    return response.answer();
  }

  private static List<String> statements(Answer answer) {
    return ((CitedAnswer) answer).statements().stream().map(Statement::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What else?",
        "Tell me more.",
        "more",
        "Anything else?",
        "And what else is known?",
        "Is there anything else?",
        "Tell me more about the Vesla bridge",
        "What else happened?"
      })
  void whatWasCitedIsNotRepeated(String message) {
    var first = statements(ask("Who designed the Vesla bridge?"));
    var second = statements(ask("When was it opened?"));
    var more = statements(ask(message));

    assertThat(first).anyMatch(text -> text.contains("Marta Holm"));
    assertThat(more)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(first)
        .doesNotContainAnyElementsOf(second)
        .allMatch(text -> text.contains("Vesla bridge"));
  }

  @Test
  void nothingIsRepeatedUntilTheArchiveHasNoMore() {
    var shown = new ArrayList<>(statements(ask("Tell me about the Vesla bridge.")));
    Answer answer = ask("What else?");
    for (int i = 0; i < 5 && answer instanceof CitedAnswer; i++) {
      shown.addAll(statements(answer));
      answer = ask("What else?");
    }

    assertThat(shown).doesNotHaveDuplicates().hasSize(9);
    assertThat(answer)
        .isInstanceOfSatisfying(
            Abstained.class,
            abstained -> {
              assertThat(abstained.reason()).isEqualTo(Abstained.Reason.WEAK_EVIDENCE);
              assertThat(abstained.explanation())
                  .isEqualTo("The archive has no more on this than was shown.");
            });
  }

  @Test
  void aQuestionThatAsksForNoMoreMayRepeat() {
    var first = statements(ask("Who designed the Vesla bridge?"));

    assertThat(statements(ask("Who designed the Vesla bridge?"))).isEqualTo(first);
    assertThat(statements(ask("Who designed it?"))).containsAnyElementsOf(first);
  }

  @Test
  void theTopicIsThatOfTheLastQuestionWithASubject() {
    ask("Who designed the Vesla bridge?");
    ask("thanks");

    assertThat(fixture.respond(turns, "What else?").question())
        .isEqualTo("What more is known about the Vesla bridge?");
  }

  @Test
  void moreWithoutAnEarlierQuestionExcludesNothing() {
    assertThat(statements(ask("Tell me more about the Vesla bridge."))).isNotEmpty();
  }
}
