package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.dossier.answer.AnswererFixture.CONFIDENT;
import static org.dossier.answer.AnswererFixture.article;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelMeter;
import org.dossier.question.QuestionKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The sentences that each kind of question is answered with.
@Timeout(180)
class KindsOfQuestionsTest {
  private static final String WALL =
      "The harbour wall of Lissport was damaged by the storm of 2 May 2011.";
  private static final String REPAIR =
      "Masons repaired the harbour wall of Lissport with granite from the northern quarry.";
  private static final String CENTURY =
      "“The harbour wall will hold for a century,” the mayor Ada Hill said.";
  private static final String ASIDE = "Lemonade and pancakes were served in the afternoon.";
  private static final String LAUNCH = "The night ferry to Norholm was launched on 9 June 2012.";
  private static final String SALE = "The night ferry to Norholm was sold on 3 March 2014.";
  private static final String END = "The night ferry to Norholm made its last trip on 1 May 2017.";
  private static final String CRANE = "The steam crane of the east quay is a monument now.";
  private static final String BUILDER = "It was built by the engineer Grietje Vos in 1931.";

  private static final Map<String, String> SURE =
      Map.of("dossier.answer.min-confidence", "0", "dossier.answer.min-relevance", "0");

  private static AnswererFixture archive;

  @BeforeAll
  static void open(@TempDir Path folder) throws InterruptedException {
    archive =
        new AnswererFixture(
            folder,
            List.of(
                article("wall", "Storm damages wall", LocalDate.of(2011, 5, 4), WALL),
                article(
                    "repair",
                    "Harbour wall repaired",
                    LocalDate.of(2011, 9, 1),
                    ASIDE + "\n\n" + REPAIR + " " + CENTURY),
                article("again", "Storm damage", LocalDate.of(2011, 5, 6), WALL + " It is high."),
                article("launch", "A new ferry", LocalDate.of(2012, 6, 10), LAUNCH),
                article("sale", "Ferry sold", LocalDate.of(2014, 3, 4), SALE),
                article(
                    "market",
                    "Market hall opens",
                    LocalDate.of(2014, 8, 20),
                    "The new market hall of Lissport opened with forty stalls."),
                article(
                    "end",
                    "Ferry ends",
                    LocalDate.of(2017, 5, 2),
                    String.join(
                        " ",
                        END,
                        "Two hundred passengers were aboard the night ferry.",
                        "The night ferry will be a museum in Norholm.",
                        "A bus to Norholm replaces the night ferry from today.")),
                article(
                    "pilot-old",
                    "Chief pilot",
                    LocalDate.of(2012, 3, 1),
                    "The chief pilot of Norholm is Femke Aal."),
                article(
                    "pilot",
                    "New pilot",
                    LocalDate.of(2024, 3, 1),
                    "The chief pilot of Norholm is Jonas Krul."),
                article(
                    "recall",
                    "Recall",
                    LocalDate.of(2019, 5, 6),
                    "The carmaker is recalling 140,000 cars. Volta Motors recalls 140,000 of its"
                        + " cars because a bolt may be loose."),
                article(
                    "crane", "Crane", LocalDate.of(2015, 2, 3), String.join(" ", CRANE, BUILDER))));
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  @Test
  void topicHasItsCentralSentencesBestFirst() {
    var answered =
        answered(
            "Tell me about the harbour wall",
            Map.of(
                "dossier.answer.min-confidence",
                "0",
                "dossier.answer.min-relevance",
                "0",
                "dossier.answer.max-statements",
                "3"));

    assertThat(quotes(answered)).contains(WALL, REPAIR).doesNotContain(ASIDE);
    assertThat(quotes(answered).getFirst()).contains("harbour wall of Lissport");
    assertThat(articles(answered)).doesNotContain("crane", "market");
  }

  @Test
  void theNewestCitedArticleIsNotCalledTheNewestIfOthersAreNewer() {
    var settings =
        Map.of(
            "dossier.answer.min-confidence",
            "0",
            "dossier.answer.min-relevance",
            "0",
            "dossier.answer.max-statements",
            "1");

    assertThat(newestNote(answered("What is known about the damaged harbour wall?", settings)))
        .isEqualTo("The newest article cited here is of 4 May 2011.");
    assertThat(newestNote(answered("What is known about the steam crane?", settings)))
        .isEqualTo("The newest article on this is of 3 February 2015.");
  }

  private static String newestNote(CitedAnswer answer) {
    return answer.notes().stream()
        .filter(note -> note.type() == Note.Type.NEWEST)
        .map(Note::text)
        .findFirst()
        .orElse("");
  }

  @Test
  void topicHasNoSentenceTwice() {
    assertThat(quotes(answered("Tell me about the storm and the harbour wall of Lissport")))
        .contains(WALL)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatHappenedInAPeriodIsWhatWasPublishedInIt() {
    assertThat(articles(answered("What happened in 2014?"))).containsOnly("sale", "market");
    assertThat(articles(answered("What happened in September 2011?"))).containsOnly("repair");
  }

  @Test
  void topicOfAPeriodIsFromThatPeriod() {
    assertThat(articles(answered("What happened to the night ferry in 2014?")))
        .contains("sale")
        .doesNotContain("launch", "end");
  }

  @Test
  void latestIsFromTheNewestArticleOnTheTopic() {
    var answered = answered("What is the latest on the night ferry?");

    assertThat(articles(answered)).containsOnly("end");
    assertThat(answered.notes())
        .extracting(Note::type, Note::values)
        .containsExactly(tuple(Note.Type.NEWEST, List.of(newestDay(answered))));
  }

  @Test
  void whatIsTrueNowComesBeforeWhatWasTrue() {
    assertThat(articles(answered("Who is the chief pilot of Norholm?")))
        .startsWith("pilot")
        .contains("pilot-old");
    assertThat(articles(answered("Who is the chief pilot of Norholm at the moment?")))
        .startsWith("pilot");
    assertThat(articles(answered("Who was the chief pilot of Norholm in 2012?")))
        .startsWith("pilot-old");
    assertThat(articles(answered("As of 2013, who is the chief pilot of Norholm?")))
        .containsOnly("pilot-old");
  }

  @Test
  void monthWithoutAYearIsThatOfTheArchive() {
    var answered = answered("What happened in August?");

    assertThat(articles(answered)).containsOnly("market");
    assertThat(answered.period()).isNull();
  }

  @Test
  void openPeriodsSelectWhatWasPublishedInThem() {
    assertThat(articles(answered("What happened to the night ferry before 2013?")))
        .contains("launch")
        .doesNotContain("sale", "end");
    assertThat(articles(answered("What happened to the night ferry since 2015?")))
        .contains("end")
        .doesNotContain("sale", "launch");
  }

  @Test
  void emptyPeriodIsNoRefusal() {
    var answer = answer("What happened to the night ferry in 2001?", CONFIDENT);

    assertThat(answer).isInstanceOf(Related.class);
    assertThat(answer.metadata().notes())
        .extracting(Note::type, Note::values)
        .contains(tuple(Note.Type.PERIOD, List.of("2001", "2012-06-10")));
  }

  @Test
  void periodWithoutArticlesIsNamedIfNothingElseIsAsked() {
    var answer = answer("What happened last week?", Map.of("dossier.answer.min-relevance", "1.1"));

    assertThat(answer).isInstanceOf(Abstained.class);
    assertThat(answer.metadata().notes()).extracting(Note::type).contains(Note.Type.PERIOD);
  }

  @Test
  void comparisonHasBothSidesOneAfterTheOther() {
    var articles = articles(answered("Compare the steam crane and the night ferry"));

    assertThat(articles.getFirst()).isEqualTo("crane");
    assertThat(articles.getLast()).isIn("launch", "sale", "end");
    assertThat(articles.subList(articles.lastIndexOf("crane") + 1, articles.size()))
        .isNotEmpty()
        .isSubsetOf("launch", "sale", "end");
  }

  @Test
  void timelineIsByDate() {
    assertThat(quotes(answered("Give me a timeline of the night ferry to Norholm")))
        .containsSubsequence(LAUNCH, SALE, END);
  }

  @Test
  void whatIsAskedForByNameIsNamed() {
    assertThat(quotes(answered("Which carmaker is recalling cars?")).getFirst())
        .startsWith("Volta Motors");
  }

  @Test
  void saidHasTheWordsOfTheSpeaker() {
    assertThat(quotes(answered("What did Ada Hill say about the harbour wall?")).getFirst())
        .isEqualTo(CENTURY);
  }

  @Test
  void saidHasNoWordsOfOthers() {
    assertThat(quotes(answered("what did ada hill say about the harbour wall?")))
        .containsOnly(CENTURY);
    assertThat(answer("What did Grietje Vos say about the steam crane?", CONFIDENT))
        .isInstanceOf(Related.class);
  }

  @Test
  void saidIsAboutTheSubjectThatIsNamed() {
    var answer = answer("What did Ada Hill say about the night ferry?", CONFIDENT);

    assertThat(answer).isInstanceOf(Related.class);
    assertThat(((CitedAnswer) answer).statements())
        .extracting(Statement::text)
        .first(STRING)
        .contains("night ferry");
  }

  @Test
  void whoANameIsIsAnsweredByItsDescription() {
    assertThat(quotes(answered("who's ada hill", Map.of())).getFirst()).isEqualTo(CENTURY);
    assertThat(quotes(answered("Who is Grietje Vos?", Map.of()))).contains(BUILDER);
    assertThat(answered("Who is Grietje Vos?", Map.of()).kind()).isEqualTo(QuestionKind.FACT);
  }

  @Test
  void topicThatAPassageMentionsInPassingHasNothingElseOfIt() {
    assertThat(quotes(answered("Tell me about pancakes"))).containsExactly(ASIDE);
  }

  @Test
  void topicWhoseWordsNoSentenceHasTogetherIsOnlyRelated() {
    var answer = answer("tell me about granite stalls", SURE);

    assertThat(answer).isInstanceOf(Related.class);
    assertThat(answer.metadata().notes())
        .extracting(Note::type, Note::values)
        .containsExactly(tuple(Note.Type.NOT_MENTIONED, List.of("granite stalls")));
    assertThat(answer("tell me about granite masons", SURE)).isInstanceOf(Answered.class);
    // Only the headline has these together.
    assertThat(answer("tell me about ferry ends", SURE)).isInstanceOf(Answered.class);
  }

  @Test
  void topicWithAWordThatTheArchiveLacksIsOnlyRelated() {
    var answer = answer("steam helicopter", SURE);

    assertThat(answer).isInstanceOf(Related.class);
    assertThat(answer.metadata().notes())
        .extracting(Note::type, Note::values)
        .containsExactly(tuple(Note.Type.NOT_MENTIONED, List.of("helicopter")));
    assertThat(answer("steam crane", SURE)).isInstanceOf(Answered.class);
  }

  @Test
  void factThatRefersBackHasTheSentenceBefore() {
    var answered = answered("Who built the steam crane?");

    assertThat(answered.statements().getFirst())
        .isEqualTo(new Statement(CRANE + " " + BUILDER, List.of(1, 2), Support.VERBATIM));
    assertThat(quotes(answered)).startsWith(CRANE, BUILDER);
  }

  private static Answered answered(String question) {
    return answered(question, CONFIDENT);
  }

  private static Answered answered(String question, Map<String, String> settings) {
    var answer = answer(question, settings);
    assertThat(answer).isInstanceOf(Answered.class);
    return (Answered) answer;
  }

  private static Answer answer(String question, Map<String, String> settings) {
    return archive
        .answerer(ConfiguredLlm.none(), ModelMeter.NONE, settings)
        .answer(AnswererFixture.question(question), AnswerListener.NONE);
  }

  private static List<String> quotes(Answered answered) {
    return answered.citations().stream().map(Citation::quote).toList();
  }

  private static String newestDay(Answered answered) {
    var article = answered.citations().getFirst().source().article();
    return Objects.requireNonNull(article.published()).toString();
  }

  private static List<String> articles(Answered answered) {
    return answered.citations().stream().map(citation -> citation.source().article().id()).toList();
  }
}
