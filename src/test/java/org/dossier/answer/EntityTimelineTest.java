package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.answer.AnswererFixture.CONFIDENT;
import static org.dossier.answer.AnswererFixture.article;
import static org.dossier.answer.AnswererFixture.question;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelMeter;
import org.dossier.question.QuestionKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityTimelineTest {
  private static final String ELECTED = "Ada Hill was elected mayor of Norholm on 3 March 2014.";
  private static final String VOTE = "On 3 March 2014, Norholm elected Hill as its mayor.";
  private static final String BRIDGE = "Hill opened the new bridge on 7 June 2016.";
  private static final String SKI = "The ski lift on the hill was closed on 9 January 2015.";
  private static final String OTHER = "Hill won the chess title of Osten on 2 February 2018.";

  private static final String FOUNDED =
      "The Norholm Harbour Agency (NHA) was founded on 4 May 2011 in the old customs house.";
  private static final String DREDGING = "The NHA began to dredge the harbour on 6 July 2012.";
  private static final String NAVY = "The navy left the harbour on 8 August 2013.";

  private static AnswererFixture archive;

  @BeforeAll
  static void open(@TempDir Path folder) throws InterruptedException {
    archive =
        new AnswererFixture(
            folder,
            List.of(
                article("elected", "New mayor", LocalDate.of(2014, 3, 4), ELECTED),
                article(
                    "vote",
                    "Election in Norholm",
                    LocalDate.of(2014, 3, 5),
                    VOTE + " Ada Hill thanked her voters."),
                article(
                    "bridge",
                    "Bridge open",
                    LocalDate.of(2016, 6, 8),
                    "Mayor Ada Hill came by boat. " + BRIDGE + " The band played for an hour."),
                article("ski", "No skiing", LocalDate.of(2015, 1, 10), SKI),
                article(
                    "chess",
                    "Chess title",
                    LocalDate.of(2018, 2, 3),
                    "The chess player Bert Hill, 43, was late for the match. " + OTHER),
                article("founded", "New agency", LocalDate.of(2011, 5, 5), FOUNDED),
                article("dredging", "Deeper harbour", LocalDate.of(2012, 7, 7), DREDGING),
                article("navy", "Navy leaves", LocalDate.of(2013, 8, 9), NAVY)));
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  private static List<String> sentences(String topic) {
    return archive.timelineFinder(CONFIDENT).find(question(topic), null, 10).events().stream()
        .map(event -> event.sentence().text())
        .toList();
  }

  @Test
  void thePersonIsMeantAndNoOtherOneOfTheNameAndNoWord() {
    assertThat(sentences("Ada Hill"))
        .contains(BRIDGE)
        .doesNotContain(OTHER, SKI, "The band played for an hour.");
    assertThat(sentences("Bert Hill")).contains(OTHER).doesNotContain(BRIDGE, ELECTED, VOTE);
  }

  @Test
  void anEventOfSeveralArticlesIsShownOnce() {
    var events = archive.timelineFinder(CONFIDENT).find(question("Ada Hill"), null, 10).events();

    assertThat(events)
        .extracting(event -> event.days().from())
        .containsOnlyOnce(LocalDate.of(2014, 3, 3))
        .isSorted();
    assertThat(events.getFirst().alsoIn()).hasSize(1);
  }

  @Test
  void anOrganizationIsFoundByItsNameAndByItsAcronym() {
    assertThat(sentences("Norholm Harbour Agency")).containsExactly(FOUNDED, DREDGING);
    assertThat(sentences("the NHA")).containsExactly(FOUNDED, DREDGING);
  }

  @Test
  void aTopicThatIsNoEntityIsFoundByItsWords() {
    assertThat(sentences("the ski lift on the hill")).contains(SKI);
  }

  @Test
  void aQuestionForWhatAPersonHasDoneIsATimelineOfThePerson() {
    var answer =
        archive
            .answerer(ConfiguredLlm.none(), ModelMeter.NONE, CONFIDENT)
            .answer(question("What has the NHA done since June 2012?"), AnswerListener.NONE);

    assertThat(answer.metadata().kind()).isEqualTo(QuestionKind.TIMELINE);
    assertThat(answer).isInstanceOf(Answered.class);
    assertThat(((Answered) answer).statements())
        .extracting(Statement::text)
        .allSatisfy(text -> assertThat(text).contains("NHA began to dredge"));
  }
}
