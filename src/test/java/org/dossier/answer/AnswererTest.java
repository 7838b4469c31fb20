package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dossier.answer.AnswererFixture.article;
import static org.dossier.answer.AnswererFixture.question;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dossier.answer.Abstained.Reason;
import org.dossier.archive.Article;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelFailure;
import org.dossier.llm.ModelMeter;
import org.dossier.llm.ModelSettings;
import org.dossier.llm.ScriptedModel;
import org.dossier.llm.WireFormat;
import org.dossier.question.Question;
import org.dossier.retrieval.Evidence;
import org.dossier.search.Filters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class AnswererTest {
  private static final String OPENED =
      "The swing bridge over the harbour mouth was reopened by Ilse Varga in March 2024.";
  private static final String TRAMS = "Trams have crossed the bridge since April.";
  private static final Article BRIDGE =
      article("bridge", "Bridge reopens", LocalDate.of(2024, 3, 5), OPENED + " " + TRAMS);
  private static final Article MARKET =
      article(
          "market",
          "Market report",
          LocalDate.of(2020, 7, 2),
          "Tomatoes were cheaper in July than in June, the grower Otto Brand said.");
  private static final Article LIGHTHOUSE =
      article(
          "lighthouse",
          "Lighthouse closes",
          LocalDate.of(2019, 1, 8),
          "The lighthouse on the northern cape was closed after a hundred years.");
  private static final Article STRIKE =
      article(
          "strike",
          "Dockers stop work",
          LocalDate.of(2018, 9, 4),
          "Dockers stopped all work at the container quay for two days.");
  private static final Question WHO = question("Who reopened the swing bridge?");

  /// Any evidence is enough.
  private static final Map<String, String> CONFIDENT = Map.of("dossier.answer.min-confidence", "0");

  /// No evidence is enough.
  private static final Map<String, String> NEVER = Map.of("dossier.answer.min-confidence", "1.1");

  private static AnswererFixture archive;

  @BeforeAll
  static void open(@TempDir Path folder) throws InterruptedException {
    archive = new AnswererFixture(folder, List.of(BRIDGE, MARKET, LIGHTHOUSE, STRIKE));
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  // Answers

  @Test
  void anAnswerQuotesTheArticles() {
    var answered = answered(answer(WHO, CONFIDENT));

    assertThat(answered.origin()).isEqualTo(AnswerOrigin.EXTRACTIVE);
    assertThat(answered.citations().getFirst().quote()).isEqualTo(OPENED);
    assertThat(answered.statements()).extracting(Statement::support).containsOnly(Support.VERBATIM);
    assertThat(answered.generation()).isPositive();
  }

  @Test
  void citationsAreNumberedInTheOrderOfStatements() {
    var settings =
        Map.of(
            "dossier.answer.min-confidence", "0",
            "dossier.answer.score-margin.same-article", "100",
            "dossier.answer.score-margin.other-article", "100");

    var answered = answered(answer(WHO, settings));

    assertThat(answered.statements())
        .extracting(Statement::citations)
        .containsExactly(List.of(1), List.of(2), List.of(3));
  }

  @Test
  void anAnswerHasAtMostTheConfiguredNumberOfStatements() {
    var settings =
        Map.of(
            "dossier.answer.min-confidence", "0",
            "dossier.answer.score-margin.same-article", "100",
            "dossier.answer.score-margin.other-article", "100",
            "dossier.answer.max-statements", "1");

    assertThat(answered(answer(WHO, settings)).statements()).hasSize(1);
  }

  @Test
  void theListenerGetsTheEvidenceAndThenEachStatement() {
    var events = new ArrayList<Object>();
    var listener =
        new AnswerListener() {
          @Override
          public void evidence(List<Evidence> evidence) {
            events.add(evidence.getFirst().source().article().id());
          }

          @Override
          public void statement(Statement statement, List<Citation> citations) {
            events.add(statement);
          }
        };

    var answered =
        answered(archive.answerer(ConfiguredLlm.none(), meter(), CONFIDENT).answer(WHO, listener));

    assertThat(events).startsWith("bridge");
    assertThat(events.subList(1, events.size())).isEqualTo(answered.statements());
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() {
    assertThat(answer(WHO, CONFIDENT)).isEqualTo(answer(WHO, CONFIDENT));
  }

  // Abstentions

  @Test
  void anEmptyArchiveIsNamedAsTheReason(@TempDir Path folder) throws InterruptedException {
    try (var empty = new AnswererFixture(folder, List.of())) {
      var answer =
          empty.answerer(ConfiguredLlm.none(), meter(), CONFIDENT).answer(WHO, AnswerListener.NONE);

      assertThat(abstained(answer).reason()).isEqualTo(Reason.EMPTY_ARCHIVE);
      assertThat(abstained(answer).nearest()).isEmpty();
    }
  }

  @Test
  void aNameThatNoEvidenceMentionsIsNamed() {
    var abstained = abstained(answer(question("Who is Wilhelmina Kraus?"), CONFIDENT));

    assertThat(abstained.reason()).isEqualTo(Reason.NOT_MENTIONED);
    assertThat(abstained.explanation()).contains("“Wilhelmina Kraus”");
    assertThat(abstained.confidence()).isZero();
    assertThat(abstained.nearest()).isNotEmpty();
  }

  @Test
  void aYearThatNoEvidenceIsOfIsNamed() {
    var abstained = abstained(answer(question("Who reopened the bridge in 1911?"), CONFIDENT));

    assertThat(abstained.reason()).isEqualTo(Reason.NOT_MENTIONED);
    assertThat(abstained.explanation()).contains("“1911”");
  }

  @Test
  void namesThatNoArticleMentionsTogetherAreAnAbstention() {
    var abstained = abstained(answer(question("Did Ilse Varga meet Otto Brand?"), CONFIDENT));

    assertThat(abstained.reason()).isEqualTo(Reason.NOT_MENTIONED);
    assertThat(abstained.explanation()).contains("“Ilse Varga” and “Otto Brand”", "together");
  }

  @Test
  void filtersThatExcludeAllArticlesAreNamedAsTheReason() {
    var filters = new Filters(LocalDate.of(2025, 1, 1), null, Set.of());
    var outside = new Question(WHO.text(), filters, WHO.askedOn());

    var abstained = abstained(answer(outside, CONFIDENT));

    assertThat(abstained.reason()).isEqualTo(Reason.OUTSIDE_FILTERS);
    assertThat(ids(abstained)).startsWith("bridge");
  }

  @Test
  void lowConfidenceIsAnAbstentionWithThatConfidence() {
    var confidence = answered(answer(WHO, CONFIDENT)).confidence();

    var abstained = abstained(answer(WHO, NEVER));

    assertThat(abstained.reason()).isEqualTo(Reason.WEAK_EVIDENCE);
    assertThat(abstained.confidence()).isEqualTo(confidence).isBetween(0.0, 1.0);
  }

  @Test
  void aConfidenceEqualToTheThresholdIsEnough() {
    var confidence = answered(answer(WHO, CONFIDENT)).confidence();

    var atThreshold = answer(WHO, Map.of("dossier.answer.min-confidence", "" + confidence));

    assertThat(atThreshold).isInstanceOf(Answered.class);
  }

  @Test
  void anAbstentionNamesTheNearestArticlesOnceEach() {
    assertThat(ids(abstained(answer(WHO, NEVER)))).startsWith("bridge").doesNotHaveDuplicates();
    assertThat(ids(abstained(answer(WHO, NEVER)))).hasSize(3);

    var two =
        Map.of("dossier.answer.min-confidence", "1.1", "dossier.answer.nearest-articles", "2");
    assertThat(ids(abstained(answer(WHO, two)))).hasSize(2);
  }

  // Language models

  @Test
  void aModelIsNotAskedIfTheConfidenceIsLow() {
    try (var server = new ScriptedModel(WireFormat.OPENAI)) {
      var calls = new ArrayList<Optional<ModelFailure.Reason>>();

      var abstained =
          abstained(
              archive
                  .answerer(llm(server, meter(calls)), meter(calls), NEVER)
                  .answer(WHO, AnswerListener.NONE));

      assertThat(abstained.origin()).isEqualTo(AnswerOrigin.EXTRACTIVE);
      assertThat(calls).isEmpty();
    }
  }

  @Test
  void aFailedModelFallsBackToTheArticlesSentences() {
    try (var server = new ScriptedModel(WireFormat.OPENAI)) {
      server.script(List.of(new ScriptedModel.Step.Status(500, "{}")));

      var answered =
          answered(
              archive
                  .answerer(llm(server, meter()), meter(), CONFIDENT)
                  .answer(WHO, AnswerListener.NONE));

      assertThat(answered.origin()).isEqualTo(AnswerOrigin.FALLBACK);
      assertThat(answered.citations().getFirst().quote()).isEqualTo(OPENED);
    }
  }

  @Test
  void aModelThatDeclinesIsAnAbstentionOfThatModel() {
    try (var server = new ScriptedModel(WireFormat.OPENAI)) {
      server.script(_ -> ScriptedModel.answer("NO ANSWER"));

      var abstained =
          abstained(
              archive
                  .answerer(llm(server, meter()), meter(), CONFIDENT)
                  .answer(WHO, AnswerListener.NONE));

      assertThat(abstained.reason()).isEqualTo(Reason.WEAK_EVIDENCE);
      assertThat(abstained.origin().kind()).isEqualTo(AnswerOrigin.Kind.MODEL);
      assertThat(abstained.confidence()).isPositive();
    }
  }

  @Test
  void anExtractiveAnswerAsksNoModel() {
    try (var server = new ScriptedModel(WireFormat.OPENAI)) {
      var calls = new ArrayList<Optional<ModelFailure.Reason>>();

      var answered =
          answered(
              archive
                  .answerer(llm(server, meter(calls)), meter(calls), CONFIDENT)
                  .answerExtractively(WHO));

      assertThat(answered.origin()).isEqualTo(AnswerOrigin.EXTRACTIVE);
      assertThat(calls).isEmpty();
    }
  }

  // Other rules

  @Test
  void aListenerThatThrowsEndsTheAnswer() {
    var listener =
        new AnswerListener() {
          @Override
          public void evidence(List<Evidence> evidence) {
            throw new IllegalStateException("client disconnected");
          }
        };

    assertThatThrownBy(
            () -> archive.answerer(ConfiguredLlm.none(), meter(), CONFIDENT).answer(WHO, listener))
        .hasMessage("client disconnected");
  }

  @Test
  void theFeatureDumpIsEmptyWithoutCandidates(@TempDir Path folder) throws InterruptedException {
    try (var empty = new AnswererFixture(folder, List.of())) {
      var dump = empty.answerer(ConfiguredLlm.none(), meter(), CONFIDENT).dumpFeatures(WHO);

      assertThat(dump).isEqualTo(AnswerFeatureDump.of(List.of(), Map.of()));
    }
  }

  private static Answer answer(Question question, Map<String, String> settings) {
    return archive
        .answerer(ConfiguredLlm.none(), meter(), settings)
        .answer(question, AnswerListener.NONE);
  }

  private static ConfiguredLlm llm(ScriptedModel server, ModelMeter meter) {
    return ModelSettings.of(server, Map.of(), meter);
  }

  private static ModelMeter meter() {
    return meter(new ArrayList<>());
  }

  private static ModelMeter meter(List<Optional<ModelFailure.Reason>> calls) {
    return new ModelMeter() {
      @Override
      public void recordCall(Optional<ModelFailure.Reason> failure, Duration took) {
        calls.add(failure);
      }
    };
  }

  private static List<String> ids(Abstained abstained) {
    return abstained.nearest().stream().map(version -> version.article().id()).toList();
  }

  private static Answered answered(Answer answer) {
    assertThat(answer).isInstanceOf(Answered.class);
    return (Answered) answer;
  }

  private static Abstained abstained(Answer answer) {
    assertThat(answer).isInstanceOf(Abstained.class);
    return (Abstained) answer;
  }
}
