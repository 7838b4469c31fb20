package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.dossier.answer.AnswererFixture.CONFIDENT;
import static org.dossier.answer.AnswererFixture.article;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelMeter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Answers by an archive that was fed every few days and ends in March 2023, on 1 June 2024.
@Timeout(180)
class AnswersInTimeTest {
  private static final String ENDED = "2023-03-09";

  private static AnswererFixture archive;

  @BeforeAll
  static void open(@TempDir Path folder) throws InterruptedException {
    archive =
        new AnswererFixture(
            folder,
            List.of(
                article(
                    "toll-old",
                    "Bridge toll",
                    LocalDate.of(2023, 1, 4),
                    "The toll of the Lissport bridge is now four euros for a car."),
                article(
                    "toll-new",
                    "Council decides on bridge",
                    LocalDate.of(2023, 3, 1),
                    "Drivers pay six euros for a car on the Lissport bridge, where the toll was raised."),
                article(
                    "ferry",
                    "The ferry Pelikan",
                    LocalDate.of(2023, 3, 3),
                    "The ferry Pelikan carries 500 passengers."),
                article(
                    "ferry-correction",
                    "Correction",
                    LocalDate.of(2023, 3, 6),
                    "The ferry Pelikan carries 400 passengers, and not 500, as an earlier report said."),
                article(
                    "week",
                    "Music week",
                    LocalDate.of(2023, 1, 12),
                    "Last week was the music week, and what happened in it will be remembered for a week."),
                article(
                    "lighthouse",
                    "Lighthouse",
                    LocalDate.parse(ENDED),
                    "The lighthouse of Norholm was painted red by Femke Aal.")));
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  @Test
  void newestArticleThatAnswersLeads() {
    assertThat(articles(answer("What is the current toll of the Lissport bridge for a car?")))
        .startsWith("toll-new")
        .contains("toll-old");
  }

  @Test
  void correctionWinsOverWhatItCorrects() {
    assertThat(articles(answer("How many passengers did the ferry Pelikan carry?")))
        .startsWith("ferry-correction");
  }

  @Test
  void periodAfterTheEndOfTheArchiveShowsTheNewestArticles() {
    for (var question : List.of("What happened last week?", "What happened this month?")) {
      var answer = answer(question);

      assertThat(answer).isInstanceOf(Related.class);
      assertThat(articles(answer))
          .contains("lighthouse")
          .isSubsetOf("lighthouse", "ferry", "ferry-correction");
      assertThat(answer.metadata().notes())
          .extracting(Note::type, note -> note.values().getLast())
          .containsExactly(tuple(Note.Type.PERIOD, ENDED));
    }
  }

  @Test
  void oldAgeIsStatedIfThePresentIsMeant() {
    assertThat(answer("What is the toll of the Lissport bridge now?").metadata().notes())
        .extracting(Note::type)
        .contains(Note.Type.NEWEST);
    assertThat(answer("Tell me about the lighthouse of Norholm").metadata().notes())
        .extracting(Note::type, Note::text)
        .containsExactly(tuple(Note.Type.NEWEST, "The newest article on this is of 9 March 2023."));
    assertThat(answer("Who painted the lighthouse of Norholm red?").metadata().notes()).isEmpty();
  }

  private static Answer answer(String question) {
    return archive
        .answerer(ConfiguredLlm.none(), ModelMeter.NONE, CONFIDENT)
        .answer(AnswererFixture.question(question), AnswerListener.NONE);
  }

  private static List<String> articles(Answer answer) {
    var citations =
        switch (answer) {
          case Answered answered -> answered.citations();
          case Related related -> related.citations();
          default -> List.<Citation>of();
        };
    return citations.stream().map(citation -> citation.source().article().id()).distinct().toList();
  }
}
