package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dossier.answer.AnswererFixture.CONFIDENT;
import static org.dossier.answer.AnswererFixture.IRRELEVANT;
import static org.dossier.answer.AnswererFixture.UNSURE;
import static org.dossier.answer.AnswererFixture.article;
import static org.dossier.answer.AnswererFixture.question;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

  private static final Question ABOUT_IT = question("Tell me about the swing bridge");

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
    assertThat(answered(answer(ABOUT_IT, CONFIDENT)).statements())
        .extracting(Statement::citations)
        .startsWith(List.of(1), List.of(2));
  }

  @Test
  void anAnswerHasAtMostTheConfiguredNumberOfStatements() {
    var settings = with(CONFIDENT, "dossier.answer.max-statements", "1");

    assertThat(answered(answer(ABOUT_IT, CONFIDENT)).statements()).hasSizeGreaterThan(1);
    assertThat(answered(answer(ABOUT_IT, settings)).statements()).hasSize(1);
  }

  @Test
  void theListenerGetsTheEvidenceAndThenEachStatement() {
    var events = new ArrayList<Object>();
    var listener =
        new AnswerListener() {
          @Override
          public void evidence(String question, List<Evidence> evidence) {
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
    assertThat(abstained.nearest()).isNotEmpty();
  }

  @Test
  void aYearThatNoEvidenceIsOfIsNamed() {
    var abstained = abstained(answer(question("Who reopened the bridge in 1911?"), CONFIDENT));

    assertThat(abstained.reason()).isEqualTo(Reason.NOT_MENTIONED);
    assertThat(abstained.explanation()).contains("“1911”");
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
  void evidenceOfLowRelevanceIsAnAbstention() {
    var abstained = abstained(answer(WHO, IRRELEVANT));

    assertThat(abstained.reason()).isEqualTo(Reason.WEAK_EVIDENCE);
    assertThat(abstained.confidence()).isBetween(0.0, 1.0);
  }

  @Test
  void anAbstentionNamesTheNearestArticlesOnceEach() {
    assertThat(ids(abstained(answer(WHO, IRRELEVANT))))
        .startsWith("bridge")
        .doesNotHaveDuplicates();
    assertThat(ids(abstained(answer(WHO, IRRELEVANT)))).hasSize(3);

    var two = with(IRRELEVANT, "dossier.answer.nearest-articles", "2");
    assertThat(ids(abstained(answer(WHO, two)))).hasSize(2);
  }

  // Related sentences

  @Test
  void lowConfidenceMeansRelatedSentencesWithThatConfidence() {
    var confidence = answered(answer(WHO, CONFIDENT)).confidence();

    var related = related(answer(WHO, UNSURE));

    assertThat(related.confidence()).isEqualTo(confidence).isBetween(0.0, 1.0);
    assertThat(related.citations().getFirst().quote()).isEqualTo(OPENED);
    assertThat(related.origin()).isEqualTo(AnswerOrigin.EXTRACTIVE);
    assertThat(related.notes()).isEmpty();
  }

  @Test
  void aConfidenceEqualToTheThresholdIsEnough() {
    var confidence = answered(answer(WHO, CONFIDENT)).confidence();

    var settings = with(CONFIDENT, "dossier.answer.min-confidence", "" + confidence);

    assertThat(answer(WHO, settings)).isInstanceOf(Answered.class);
  }

  @Test
  void theListenerLearnsThatStatementsAreRelatedBeforeTheFirst() {
    var events = new ArrayList<Object>();
    var listener =
        new AnswerListener() {
          @Override
          public void related() {
            events.add("related");
          }

          @Override
          public void statement(Statement statement, List<Citation> citations) {
            events.add(statement);
          }
        };

    var related =
        related(archive.answerer(ConfiguredLlm.none(), meter(), UNSURE).answer(ABOUT_IT, listener));

    assertThat(events.getFirst()).isEqualTo("related");
    assertThat(events.subList(1, events.size())).isEqualTo(related.statements());
  }

  @Test
  void atMostTheConfiguredNumberOfStatementsIsRelated() {
    var one = with(UNSURE, "dossier.answer.max-related-statements", "1");
    var two = with(UNSURE, "dossier.answer.max-related-statements", "2");

    assertThat(related(answer(ABOUT_IT, one)).statements()).hasSize(1);
    assertThat(related(answer(ABOUT_IT, two)).statements()).hasSize(2);
  }

  @Test
  void aMissingNameAmongOthersIsANoteOnRelatedSentences() {
    var related = related(answer(question("Did Ilse Varga meet Wilhelmina Kraus?"), CONFIDENT));

    assertThat(related.notes())
        .containsExactly(
            new Note(
                Note.Type.NOT_MENTIONED,
                "Nothing that was found in the archive mentions “Wilhelmina Kraus”.",
                List.of("Wilhelmina Kraus")));
  }

  @Test
  void aSentenceWithoutThePriceAskedForIsOnlyRelated() {
    var related = related(answer(question("How much did the swing bridge cost?"), CONFIDENT));

    assertThat(related.notes()).isEmpty();
  }

  // Language models

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
          public void evidence(String question, List<Evidence> evidence) {
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

  private static Map<String, String> with(Map<String, String> settings, String name, String value) {
    var all = new HashMap<>(settings);
    all.put(name, value);
    return all;
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

  private static Related related(Answer answer) {
    assertThat(answer).isInstanceOf(Related.class);
    return (Related) answer;
  }

  private static Abstained abstained(Answer answer) {
    assertThat(answer).isInstanceOf(Abstained.class);
    return (Abstained) answer;
  }
}
