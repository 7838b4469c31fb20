package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.answer.AnswererFixture.CONFIDENT;
import static org.dossier.answer.AnswererFixture.IRRELEVANT;
import static org.dossier.answer.AnswererFixture.UNSURE;
import static org.dossier.answer.AnswererFixture.article;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.answer.Abstained.Reason;
import org.dossier.answer.AnswerOrigin.Kind;
import org.dossier.llm.ModelMeter;
import org.dossier.llm.ModelSettings;
import org.dossier.llm.ScriptedModel;
import org.dossier.llm.ScriptedModel.Request;
import org.dossier.llm.ScriptedModel.Step;
import org.dossier.llm.WireFormat;
import org.dossier.question.QuestionKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The outcome of a question with each behaviour of an LLM, and what the LLM receives.
@Timeout(180)
class LlmOutcomesTest {
  private static final String OPENED =
      "The swing bridge over the harbour mouth was reopened by Ilse Varga in March 2024.";
  private static final String CLOSED =
      "The swing bridge was closed in November 2019 because its bearings were worn.";
  private static final String WHO = "Who reopened the swing bridge?";
  private static final String SUPPORTED = "Ilse Varga reopened the swing bridge in March 2024.";
  private static final String UNSUPPORTED = "Otto Brand sold the swing bridge in 1987.";

  private static AnswererFixture archive;

  private final ScriptedModel server = new ScriptedModel(WireFormat.OPENAI);
  private final List<String> events = new ArrayList<>();

  @BeforeAll
  static void open(@TempDir Path folder) throws InterruptedException {
    archive =
        new AnswererFixture(
            folder,
            List.of(
                article("closing", "Swing bridge closes", LocalDate.of(2019, 11, 8), CLOSED),
                article("opening", "Bridge reopens", LocalDate.of(2024, 3, 5), OPENED)));
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void supportedStatementsAreAnAnswerRegardlessOfTheConfidence() {
    say(SUPPORTED);

    var answer = ask(WHO, UNSURE);

    assertThat(answer).isInstanceOf(Answered.class);
    assertThat(events).containsExactly(SUPPORTED);
    assertThat(answer.origin().kind()).isEqualTo(Kind.MODEL);
    assertThat(answer.notes()).isEmpty();
    assertThat(answer.confidence()).isEqualTo(extractive(WHO).confidence());
  }

  @Test
  void noAnswerMeansRelatedSentencesOfTheArticles() {
    server.script(ScriptedModel.answer("NO ANSWER"));

    var related = related(ask(WHO, CONFIDENT));

    assertThat(events).startsWith("related", OPENED).doesNotHaveDuplicates();
    assertThat(related.origin()).isEqualTo(AnswerOrigin.EXTRACTIVE);
    assertThat(related.notes()).isEmpty();
  }

  @Test
  void unsupportedAnswerMeansRelatedSentencesWithANote() {
    say(UNSUPPORTED);

    var related = related(ask(WHO, CONFIDENT));

    assertThat(events).startsWith("related", OPENED).doesNotContain(UNSUPPORTED);
    assertThat(related.origin()).isEqualTo(AnswerOrigin.EXTRACTIVE);
    assertThat(related.notes()).extracting(Note::type).containsExactly(Note.Type.UNSUPPORTED);
  }

  @Test
  void unsupportedStatementIsLeftOutOfAnAnswer() {
    server.script(request ->
        ScriptedModel.answer(UNSUPPORTED + marker(request), "\n" + SUPPORTED + marker(request)));

    assertThat(ask(WHO, CONFIDENT)).isInstanceOf(Answered.class);
    assertThat(events).containsExactly(SUPPORTED);
  }

  @Test
  void answerMayBeginWithYes() {
    say("Yes, " + SUPPORTED);

    assertThat(ask("Was the swing bridge reopened?", CONFIDENT)).isInstanceOf(Answered.class);
    assertThat(events).containsExactly("Yes, " + SUPPORTED);
  }

  @Test
  void supportedStatementsAreOnlyRelatedIfANameIsMissing() {
    say(SUPPORTED);

    var related =
        related(ask("Did Ilse Varga reopen the swing bridge with Wilhelmina Kraus?", CONFIDENT));

    assertThat(events).containsExactly("related", SUPPORTED);
    assertThat(related.origin().kind()).isEqualTo(Kind.MODEL);
    assertThat(related.notes())
        .extracting(Note::values)
        .containsExactly(List.of("Wilhelmina Kraus"));
  }

  @Test
  void supportedStatementsAreOnlyRelatedIfThePriceAskedForIsNowhere() {
    say(SUPPORTED);

    related(ask("How much did the swing bridge cost?", CONFIDENT));

    assertThat(events).containsExactly("related", SUPPORTED);
  }

  @Test
  void statementsVerifiedBeforeAFailureStayRelated() {
    server.script(request ->
        List.of(new Step.Words(SUPPORTED + marker(request) + "\nAnd the"), new Step.HangUp()));

    related(ask("How much did the swing bridge cost?", CONFIDENT));

    assertThat(events).containsExactly("related", SUPPORTED);
  }

  @Test
  void noAnswerAboutUnknownNamesIsAnAbstention() {
    server.script(ScriptedModel.answer("NO ANSWER"));

    var answer = ask("Who is Wilhelmina Kraus?", CONFIDENT);

    assertThat(answer).isInstanceOf(Abstained.class);
    assertThat(((Abstained) answer).reason()).isEqualTo(Reason.NOT_MENTIONED);
    assertThat(((Abstained) answer).explanation()).contains("“Wilhelmina Kraus”");
    assertThat(answer.origin()).isEqualTo(AnswerOrigin.EXTRACTIVE);
    assertThat(events).isEmpty();
  }

  @Test
  void modelIsNotAskedIfNothingIsRelevant() {
    say(SUPPORTED);

    var answer = ask(WHO, IRRELEVANT);

    assertThat(answer).isInstanceOf(Abstained.class);
    assertThat(((Abstained) answer).reason()).isEqualTo(Reason.WEAK_EVIDENCE);
    assertThat(server.unreadRequests()).isZero();
  }

  @Test
  void failureMeansTheOutcomeWithoutAModel() {
    server.script(List.of(new Step.Status(500, "{}")));

    assertThat(ask(WHO, CONFIDENT)).isInstanceOf(Answered.class);
    events.clear();
    var related = related(ask(WHO, UNSURE));

    assertThat(events).startsWith("related", OPENED);
    assertThat(related.origin()).isEqualTo(AnswerOrigin.FALLBACK);
    assertThat(related.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who reopened the swing bridge?                    | FACT     | Begin with what was asked for
          Was the swing bridge reopened?                    | YES_NO   | yes or no only if
          Tell me about the swing bridge                    | TOPIC    | the central facts
          What did Ilse Varga say about the swing bridge?   | SAID     | quote their own words
          Why was the swing bridge closed?                  | WHY      | Begin with the reason
          How was the swing bridge reopened?                | HOW      | in their order
          List the swing bridges of the harbour             | LIST     | one line for each item
          Compare the swing bridge and the harbour          | COMPARE  | each side in turn
          Give me a timeline of the swing bridge            | TIMELINE | the earliest first
          What is the latest on the swing bridge?           | LATEST   | the newest first
          """)
  void promptHasTheFormOfAnAnswerToTheKindOfQuestion(
      String question, QuestionKind kind, String form) throws InterruptedException {
    server.script(ScriptedModel.answer("NO ANSWER"));

    assertThat(ask(question, CONFIDENT).kind()).isEqualTo(kind);
    assertThat(server.request().promptText())
        .contains(form)
        .doesNotContain("The question is about", "{{");
  }

  @Test
  void questionInAnotherLanguageIsAnsweredWithoutReservations() throws InterruptedException {
    say(SUPPORTED);

    var answer = ask("Was hat Ilse Varga im März 2024 mit der Hafenmeisterei gemacht?", CONFIDENT);

    assertThat(answer).isInstanceOf(Answered.class);
    assertThat(answer.notes()).isEmpty();
    assertThat(server.request().promptText()).contains("If one thing was asked for");
  }

  @Test
  void promptHasThePeriodInWords() throws InterruptedException {
    server.script(ScriptedModel.answer("NO ANSWER"));

    ask("What happened to the swing bridge in November 2019?", CONFIDENT);

    assertThat(server.request().promptText()).contains("The question is about November 2019.");
  }

  @Test
  void newestArticleIsFirstForTheLatest() throws InterruptedException {
    server.script(ScriptedModel.answer("NO ANSWER"));

    ask("Who closed the swing bridge most recently?", CONFIDENT);

    assertThat(server.request().lines().values()).first().asString().startsWith(OPENED);
  }

  private void say(String statement) {
    server.script(request -> ScriptedModel.answer(statement, marker(request), "\n"));
  }

  /// The marker of the sentence on the reopening.
  private static String marker(Request request) {
    return request.lines().entrySet().stream()
        .filter(line -> line.getValue().startsWith(OPENED))
        .map(line -> " [" + line.getKey() + "]")
        .findFirst()
        .orElseThrow(() -> new AssertionError(OPENED + " in " + request.promptText()));
  }

  private Answer ask(String question, Map<String, String> settings) {
    return archive
        .answerer(ModelSettings.of(server, Map.of(), ModelMeter.NONE), ModelMeter.NONE, settings)
        .answer(AnswererFixture.question(question), listener());
  }

  private Answer extractive(String question) {
    return archive
        .answerer(ModelSettings.of(server, Map.of(), ModelMeter.NONE), ModelMeter.NONE)
        .answerExtractively(AnswererFixture.question(question));
  }

  private AnswerListener listener() {
    return new AnswerListener() {
      @Override
      public void related() {
        events.add("related");
      }

      @Override
      public void statement(Statement statement, List<Citation> citations) {
        events.add(statement.text());
      }
    };
  }

  private static Related related(Answer answer) {
    assertThat(answer).isInstanceOf(Related.class);
    return (Related) answer;
  }
}
