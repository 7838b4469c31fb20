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

/// Articles that answer the same question differently.
@Timeout(180)
class OtherAnswersTest {
  private static AnswererFixture archive;

  @BeforeAll
  static void open(@TempDir Path folder) throws InterruptedException {
    archive =
        new AnswererFixture(
            folder,
            List.of(
                article(
                    "blast-1",
                    "Blast at the mill",
                    LocalDate.of(2024, 5, 3),
                    "Twelve workers were injured in the blast at the Lissport mill."),
                article(
                    "blast-2",
                    "Mill blast",
                    LocalDate.of(2024, 5, 5),
                    "Fifteen workers were injured in the blast at the Lissport mill."),
                article(
                    "pilot-1",
                    "Chief pilot",
                    LocalDate.of(2012, 3, 1),
                    "Femke Aal was appointed chief pilot of Norholm harbour."),
                article(
                    "pilot-2",
                    "New pilot",
                    LocalDate.of(2024, 3, 1),
                    "Jonas Krul was appointed chief pilot of Norholm harbour."),
                article(
                    "fire-early",
                    "Fire at the depot",
                    LocalDate.of(2024, 6, 6),
                    "Three people were killed in the fire at the Norholm depot, officials said at noon."),
                article(
                    "fire-late",
                    "Depot fire",
                    LocalDate.of(2024, 6, 6),
                    "Seven people were killed in the fire at the Norholm depot."),
                article(
                    "ministers-both",
                    "Ferries",
                    LocalDate.of(2013, 2, 1),
                    "Foreign Ministers Hjort of Norway and Valby of Denmark agreed on two ferries."),
                article(
                    "minister-one",
                    "Visit to Bergen",
                    LocalDate.of(2021, 2, 1),
                    "Karen Valby, the Danish foreign minister, visited Bergen on Monday."),
                article(
                    "dredger",
                    "Dredger",
                    LocalDate.of(2023, 2, 1),
                    "The dredger Pelikan cost 41 million euros."),
                article(
                    "dredger-again",
                    "Dredger in service",
                    LocalDate.of(2024, 2, 1),
                    "The dredger Pelikan, which cost 41 million euros, has a crew of nine.")));
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  /// The newer article names another country's minister.
  @Test
  void theHolderOfAnotherOfficeIsNoAnswer() {
    var answered = answered("Who is the foreign minister of Norway?");
    assertThat(answered.statements().getFirst().text()).contains("Hjort of Norway");
    assertThat(answered.metadata().notes()).noneMatch(note -> note.type() == Note.Type.CHANGE);
  }

  /// Both articles name the same minister, the earlier one together with another.
  @Test
  void whatTheEarlierArticleSaysTooHasNotChanged() {
    var answered = answered("Who is the foreign minister of Denmark?");
    assertThat(answered.statements().getFirst().text()).contains("Karen Valby");
    assertThat(answered.metadata().notes()).noneMatch(note -> note.type() == Note.Type.CHANGE);
  }

  @Test
  void articlesOfTheSameTimeDisagree() {
    var answered = answered("How many workers were injured in the blast at the Lissport mill?");

    assertThat(articles(answered)).containsExactly("blast-2", "blast-1");
    assertThat(answered.notes())
        .extracting(Note::type, Note::values)
        .containsExactly(
            tuple(
                Note.Type.DISAGREEMENT,
                List.of(
                    "Fifteen",
                    "Harbour Gazette, 5 May 2024",
                    "Twelve",
                    "Harbour Gazette, 3 May 2024")));
  }

  @Test
  void greaterTollOfOneDayComesFirst() {
    var answered = answered("How many people were killed in the fire at the Norholm depot?");

    assertThat(articles(answered)).containsExactly("fire-late", "fire-early");
  }

  @Test
  void laterAnswerIsAChangeAndComesFirst() {
    var answered = answered("Who was appointed chief pilot of Norholm harbour?");

    assertThat(articles(answered)).containsExactly("pilot-2", "pilot-1");
    assertThat(answered.notes())
        .extracting(Note::type, Note::text)
        .containsExactly(
            tuple(
                Note.Type.CHANGE,
                "The answer has changed: Femke Aal (Harbour Gazette, 1 March 2012), then Jonas Krul (Harbour Gazette, 1 March 2024)."));
  }

  @Test
  void sameAnswerInOtherWordsIsNoOtherAnswer() {
    assertThat(answered("How much did the dredger Pelikan cost?").notes()).isEmpty();
  }

  private static Answered answered(String question) {
    var answer =
        archive
            .answerer(ConfiguredLlm.none(), ModelMeter.NONE, CONFIDENT)
            .answer(AnswererFixture.question(question), AnswerListener.NONE);
    assertThat(answer).isInstanceOf(Answered.class);
    return (Answered) answer;
  }

  private static List<String> articles(Answered answered) {
    return answered.citations().stream().map(citation -> citation.source().article().id()).toList();
  }
}
