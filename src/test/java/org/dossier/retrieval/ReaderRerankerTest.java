package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.retrieval.RetrievalFixture.article;
import static org.dossier.retrieval.RetrievalFixture.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.PassageSplitter;
import org.dossier.inference.ReaderModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReaderRerankerTest {
  private static final String WHO = "Who opened the new lock?";
  private static final Article ANSWERS =
      article("answers", "The new lock was opened by the harbour master Grietje Vos.");
  private static final Article OFF_TOPIC = article("off-topic", "Tomatoes were cheaper in July.");
  private static final Article GERMAN =
      article("german", null, null, "de", "Die Schleuse öffnete am Dienstag für Schiffe.");

  /// The reader decides the order.
  private static final Map<String, String> READER_ONLY =
      Map.of("dossier.retrieval.rerank.weight", "100");

  private static ReaderModel readerModel;

  @BeforeAll
  static void open() {
    readerModel = new ReaderModel(2);
  }

  @AfterAll
  static void close() {
    readerModel.close();
  }

  @Test
  void thePassageThatAnswersComesFirst() {
    assertThat(reranked(WHO, READER_ONLY, evidence(OFF_TOPIC, ANSWERS)))
        .containsExactly("answers", "off-topic");
  }

  @Test
  void ranksFollowTheNewOrder() {
    assertThat(rerank(WHO, READER_ONLY, evidence(OFF_TOPIC, ANSWERS)))
        .extracting(Evidence::rank)
        .containsExactly(1, 2);
  }

  @Test
  void theFusedScoreCountsToo() {
    assertThat(
            reranked(
                WHO,
                Map.of("dossier.retrieval.rerank.weight", "0.0001"),
                evidence(OFF_TOPIC, ANSWERS)))
        .containsExactly("off-topic", "answers");
  }

  @Test
  void theSentenceThatAsksIsReadWithoutTheStatementsBeforeIt() {
    var restates = article("restates", "The long-awaited new lock went into service this week.");
    var evidence = evidence(restates, ANSWERS);

    var ranked =
        rerank(
            "The long-awaited new lock went into service this week. " + WHO, READER_ONLY, evidence);

    assertThat(ids(ranked)).containsExactly("answers", "restates");
    assertThat(answerScores(ranked)).isEqualTo(answerScores(rerank(WHO, READER_ONLY, evidence)));
  }

  @Test
  void keyWordsKeepTheOrder() {
    var ranked = rerank("new lock opened", READER_ONLY, evidence(OFF_TOPIC, ANSWERS));

    assertThat(ids(ranked)).containsExactly("off-topic", "answers");
    assertThat(ranked).extracting(Evidence::prediction).doesNotContainNull();
  }

  @Test
  void onlyTheFirstPassagesAreReadAndReordered() {
    var settings =
        Map.of("dossier.retrieval.rerank.weight", "100", "dossier.retrieval.rerank.passages", "1");

    var ranked = rerank(WHO, settings, evidence(OFF_TOPIC, ANSWERS));

    assertThat(ids(ranked)).containsExactly("off-topic", "answers");
    assertThat(ranked.getFirst().prediction()).isNotNull();
    assertThat(ranked.getLast().prediction()).isNull();
  }

  @Test
  void aPassageInAnotherLanguageIsNotReadAndHasEvenOdds() {
    var ranked = rerank(WHO, READER_ONLY, evidence(OFF_TOPIC, GERMAN));

    assertThat(ids(ranked)).containsExactly("german", "off-topic");
    assertThat(ranked.getFirst().prediction()).isNull();
    assertThat(ranked.getLast().prediction()).isNotNull();
  }

  @Test
  void aPassageWithoutSelectedSentencesIsNotReadAndComesLast() {
    var evidence = evidence(ANSWERS, GERMAN, ANSWERS);
    var unselected =
        List.of(evidence.getFirst().withSentences(List.of(), List.of()), evidence.get(1));

    var ranked = rerank(WHO, READER_ONLY, unselected);

    assertThat(ids(ranked)).containsExactly("german", "answers");
    assertThat(ranked.getLast().prediction()).isNull();
  }

  @Test
  void equalScoresKeepTheOrder() {
    assertThat(
            reranked(
                WHO,
                Map.of("dossier.retrieval.rerank.weight", "0"),
                List.of(evidence(ANSWERS).getFirst(), evidence(OFF_TOPIC).getFirst())))
        .containsExactly("answers", "off-topic");
  }

  private static List<String> reranked(
      String question, Map<String, String> settings, List<Evidence> evidence) {
    return ids(rerank(question, settings, evidence));
  }

  private static List<Evidence> rerank(
      String question, Map<String, String> settings, List<Evidence> evidence) {
    var config = config(settings);
    return new ReaderReranker(readerModel, config)
        .rerank(question, evidence, config.rerank().passages());
  }

  private static List<Double> answerScores(List<Evidence> ranked) {
    return ranked.stream()
        .map(Evidence::prediction)
        .map(prediction -> Objects.requireNonNull(prediction).answerScore())
        .toList();
  }

  private static List<String> ids(List<Evidence> evidence) {
    return evidence.stream().map(one -> one.source().article().id()).toList();
  }

  /// The first passage of each article with all its sentences selected; fused scores fall by 0.1.
  private static List<Evidence> evidence(Article... articles) {
    var evidence = new ArrayList<Evidence>();
    for (var article : articles) {
      int rank = evidence.size() + 1;
      var passage = PassageSplitter.split(article).getFirst();
      var selected =
          passage.sentences().stream()
              .map(span -> new AnalyzedSentence(span, Set.of(), 1, 1, 0.5))
              .toList();
      evidence.add(
          new Evidence(
              rank,
              new ArticleVersion(article, article.version(), 1, Instant.EPOCH, Instant.EPOCH, true),
              passage,
              new Evidence.Scores(1, 0.5, 1 - 0.1 * rank),
              selected,
              selected,
              null,
              List.of()));
    }
    return evidence;
  }
}
