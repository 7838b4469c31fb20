package org.dossier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dossier.answer.Answer;
import org.dossier.answer.Clarification;
import org.dossier.archive.SampleArticles;
import org.dossier.chat.rewriting.HistoryTurn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClarificationTest {
  @TempDir Path folder;
  private ResponderFixture fixture;

  @BeforeEach
  void open() {
    fixture =
        new ResponderFixture(
            folder, Map.of("examples.questions", "When did the ferry stop?,Who built the bridge?"));
    fixture.put(
        SampleArticles.bare(
            "council",
            "Ada Hill said that the council would build a tram line. Hill is a member of the council of"
                + " Selby."),
        SampleArticles.bare(
            "match",
            "Bo Hill scored twice in the match against Dunmore. Hill said after the match that he would"
                + " retire."),
        SampleArticles.bare(
            "judges",
            "Judge Eva Stone said that the trial would begin in May. E. Stone was a lawyer before. Eva M."
                + " Stone, who is 50, lives in Selby. Sergei Lund was heard. Sergey Lund said nothing."),
        SampleArticles.bare(
            "park",
            "Cy Moor said that the park was closed. The lake in Black Moor is frozen. Black Moor is"
                + " cold."));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Answer ask(String message) {
    return fixture.respond(List.of(), message).answer();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Who is Hill?", "What did Hill say?", "Tell me about Hill.", "Hill"})
  void aFamilyNameOfSeveralPersonsIsAskedBack(String message) {
    assertThat(ask(message))
        .isInstanceOfSatisfying(
            Clarification.class,
            clarification -> {
              assertThat(clarification.text()).isEqualTo("Which Hill do you mean?");
              assertThat(clarification.choices())
                  .containsExactlyInAnyOrder(
                      message.replace("Hill", "Ada Hill"), message.replace("Hill", "Bo Hill"));
              assertThat(clarification.mentioned())
                  .extracting(source -> source.article().id())
                  .containsExactlyInAnyOrder("council", "match");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who is Ada Hill?",
        "What did Bo Hill say?",
        "What did Hill say about the tram line?",
        "How many times did Hill score in the match?",
        "Why will Hill retire?",
        "Who is Stone?",
        "What did Lund say?",
        "Who is Moor?",
        "What is known about Selby?",
        "Who is Judge Stone?"
      })
  void aNameOfOnePersonIsNotAskedBack(String message) {
    assertThat(ask(message)).isNotInstanceOf(Clarification.class);
  }

  @Test
  void aChoiceIsNotAskedBack() {
    var clarification = (Clarification) ask("Who is Hill?");

    for (var choice : clarification.choices()) {
      assertThat(ask(choice)).isNotInstanceOf(Clarification.class);
    }
  }

  @Test
  void theConversationMayHaveTheFullName() {
    var earlier = List.of(new HistoryTurn("Where does Ada Hill work?", List.of(), List.of()));

    assertThat(fixture.respond(earlier, "What did Hill say?").answer())
        .isNotInstanceOf(Clarification.class);
  }

  @Test
  void aPronounWithoutAnAntecedentIsAskedBack() {
    assertThat(ask("What did he say?"))
        .isInstanceOfSatisfying(
            Clarification.class,
            clarification -> {
              assertThat(clarification.text())
                  .isEqualTo("Whom do you mean by “he”? Please ask again with the name.");
              assertThat(clarification.choices())
                  .containsExactly("When did the ferry stop?", "Who built the bridge?");
            });
    assertThat(ask("When was it signed?")).isInstanceOf(Clarification.class);
    assertThat(ask("Why?")).isInstanceOf(Clarification.class);
  }

  @Test
  void aPronounWithAnAntecedentIsNotAskedBack() {
    var earlier = List.of(new HistoryTurn("Who is Ada Hill?", List.of(), List.of()));

    assertThat(fixture.respond(earlier, "What did she say?").answer())
        .isNotInstanceOf(Clarification.class);
  }

  @Test
  void aQuestionThatWasAskedBackIsNoAntecedent() {
    var first = fixture.respond(List.of(), "What did he say?");
    var earlier = List.of(HistoryTurn.of(first.question(), first.answer()));

    assertThat(fixture.respond(earlier, "When was it signed?").answer())
        .isInstanceOf(Clarification.class);
  }

  @Test
  void severalQuestionsThatReferToNothingAreAskedBackOnce() {
    assertThat(ask("When was it signed? And where was it signed?"))
        .isInstanceOf(Clarification.class);
  }
}
