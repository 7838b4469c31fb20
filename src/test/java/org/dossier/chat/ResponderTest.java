package org.dossier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.archive.SampleArticles;
import org.dossier.chat.conversation.Reply;
import org.dossier.chat.conversation.Turn;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.search.Filters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponderTest {
  private static final HistoryTurn ASKED =
      new HistoryTurn("Who built the Vesla bridge?", List.of(), List.of());

  @TempDir Path folder;
  private ResponderFixture fixture;

  @BeforeEach
  void open() {
    fixture = new ResponderFixture(folder, Map.of("examples.max-questions", "0"));
    fixture.put(SampleArticles.bare("bridge", "The Vesla bridge was opened in May 2011."));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void greetingIsAnsweredWithoutSearch() {
    var response = fixture.respond(List.of(), " Hello \n there ");

    assertThat(response.answer()).isInstanceOf(About.class);
    assertThat(response.question()).isEqualTo("Hello there");
  }

  @Test
  void greetingBeforeAQuestionLeavesItAQuestion() {
    assertThat(fixture.respond(List.of(), "Hello, who signed the treaty?").answer())
        .isNotInstanceOf(About.class);
  }

  @Test
  void smallTalkIsNoAntecedent() {
    var hello = turn("hello", fixture.respond(List.of(), "hello").answer());
    var thanks = turn("thanks", fixture.respond(List.of(ASKED), "thanks").answer());

    assertThat(fixture.respond(List.of(hello, ASKED, thanks), "When was it opened?").question())
        .isEqualTo("When was the Vesla bridge opened?");
    assertThat(fixture.respond(List.of(hello, ASKED, thanks), "And when?").question())
        .isEqualTo(fixture.respond(List.of(ASKED), "And when?").question());
    assertThat(fixture.respond(List.of(hello), "When was it opened?").question())
        .isEqualTo("When was it opened?");
  }

  @Test
  void unansweredQuestionIsAnAntecedent() {
    var abstained = fixture.respond(List.of(), "Who won the Tour de France?").answer();

    assertThat(abstained).isInstanceOf(Abstained.class);
    assertThat(turn("Who built it?", abstained).hasSubject()).isTrue();
  }

  private static HistoryTurn turn(String message, Answer answer) {
    var reply = new Reply("id", 1, message, answer, List.of());
    return HistoryTurn.of(new Turn(message, Filters.NONE, Instant.EPOCH, reply, List.of(), null));
  }
}
