package org.dossier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Note;
import org.dossier.answer.Related;
import org.dossier.answer.Statement;
import org.dossier.archive.SampleArticles;
import org.dossier.chat.rewriting.HistoryTurn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralQuestionsTest {
  @TempDir Path folder;
  private ResponderFixture fixture;

  @BeforeEach
  void open() {
    fixture = new ResponderFixture(folder, Map.of("examples.max-questions", "0"));
    fixture.put(
        SampleArticles.bare(
            "bridge",
            "The Vesla bridge was designed by Marta Holm. The mayor opened the Vesla bridge on 3 May"
                + " 2011. Its towers are of granite."),
        SampleArticles.bare(
            "ferry",
            "The Selby ferry carries 210 cars. The Selby ferry was built in Graz in 1998. Tickets are"
                + " sold on board."));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /// The calls of a listener, in order.
  private static final class Recorder implements AnswerListener {
    private final List<String> calls = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();

    @Override
    public void related() {
      calls.add("related");
    }

    @Override
    public void statement(Statement statement, List<Citation> newCitations) {
      calls.add("statement");
      statements.add(statement);
      citations.addAll(newCitations);
    }
  }

  @Test
  void questionsAreAnsweredInOrderAndStreamedWithTheirNumbers() {
    var recorder = new Recorder();

    var response =
        fixture.respond(
            List.of(),
            "Who designed the Vesla bridge? How many cars does the Selby ferry carry?",
            recorder);

    assertThat(response.answer()).isInstanceOf(Answered.class);
    var answer = (CitedAnswer) response.answer();
    assertThat(answer.text()).contains("designed by Marta Holm", "210 cars");
    assertThat(answer.text().indexOf("Marta Holm")).isLessThan(answer.text().indexOf("210 cars"));
    assertThat(recorder.statements).isEqualTo(answer.statements());
    assertThat(recorder.citations).isEqualTo(answer.citations());
    assertThat(recorder.calls).doesNotContain("related");
    assertThat(answer.notes()).isEmpty();
  }

  @Test
  void eachQuestionRefersToTheOnesBefore() {
    var response =
        fixture.respond(List.of(), "Who designed the Vesla bridge? And when was it opened?");

    assertThat(response.question())
        .isEqualTo("Who designed the Vesla bridge? And when was the Vesla bridge opened?");
    assertThat(((CitedAnswer) response.answer()).text()).contains("Marta Holm", "3 May");
  }

  @Test
  void aFollowUpRefersToTheLastQuestion() {
    var earlier =
        List.of(
            new HistoryTurn(
                "Who designed the Vesla bridge? Where was the Selby ferry built?",
                List.of(),
                List.of()));

    assertThat(fixture.respond(earlier, "And when?").question())
        .isEqualTo("When was the Selby ferry built?");
  }

  @Test
  void aSentenceThatAnswersTwiceIsShownOnce() {
    var response = fixture.respond(List.of(), "Where was the Selby ferry built and when?");

    assertThat(response.question())
        .isEqualTo("Where was the Selby ferry built? When was the Selby ferry built?");
    assertThat(((CitedAnswer) response.answer()).statements())
        .extracting(Statement::text)
        .doesNotHaveDuplicates()
        .anyMatch(text -> text.contains("Graz"));
  }

  @Test
  void anUnansweredQuestionIsNamed() {
    var recorder = new Recorder();

    var response =
        fixture.respond(
            List.of(),
            "Who designed the Vesla bridge? What does a ticket of the Selby ferry cost?",
            recorder);

    assertThat(response.answer()).isInstanceOf(Answered.class);
    assertThat(response.answer().notes())
        .containsExactly(
            new Note(
                Note.Type.UNANSWERED,
                "No article that was found answers “What does a ticket of the Selby ferry cost?”.",
                List.of("What does a ticket of the Selby ferry cost?")));
    assertThat(((CitedAnswer) response.answer()).text()).doesNotContain("ferry");
    assertThat(recorder.calls).doesNotContain("related");
  }

  @Test
  void statementsAreOnlyRelatedIfNoQuestionIsAnswered() {
    var recorder = new Recorder();

    var response =
        fixture.respond(
            List.of(),
            "What does a ticket of the Selby ferry cost? What did the Vesla bridge cost?",
            recorder);

    assertThat(response.answer()).isInstanceOf(Related.class);
    assertThat(recorder.calls.getFirst()).isEqualTo("related");
    assertThat(recorder.calls.lastIndexOf("related")).isZero();
    assertThat(recorder.statements).isEqualTo(((CitedAnswer) response.answer()).statements());
  }

  @Test
  void nothingRelevantIsAnAbstention() {
    var response =
        fixture.respond(List.of(), "Who won the Tour de France? And who is Ronaldo married to?");

    assertThat(response.answer()).isInstanceOf(Abstained.class);
  }

  @Test
  void smallTalkBeforeAQuestionIsLeftOut() {
    var response = fixture.respond(List.of(), "How are you? Who designed the Vesla bridge?");

    assertThat(response.question()).isEqualTo("Who designed the Vesla bridge?");
    assertThat(response.answer()).isInstanceOf(Answered.class);
  }

  @Test
  void severalQuestionsAboutTheArchiveAreNoQuestionsOfItsArticles() {
    var response =
        fixture.respond(List.of(), "How many articles are there? What is the newest article?");

    assertThat(response.answer()).isInstanceOf(About.class);
  }

  @Test
  void atMostFourQuestionsAreAnswered() {
    var response =
        fixture.respond(
            List.of(),
            "Who designed the Vesla bridge? When was it opened? Where was the Selby ferry built?"
                + " How many cars does it carry? Is it old?");

    assertThat(response.answer().notes()).extracting(Note::values).contains(List.of("Is it old?"));
    assertThat(response.question()).doesNotContain("old");
  }
}
