package org.dossier.answer.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.answer.AnswererFixture;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;

class ConfidenceFeaturesTest {
  private static final ArticleVersion WIRE = article("wire", "It opened on 3 May.");
  private static final ArticleVersion REPRINT = article("reprint", "It was opened on 3 May.");
  private static final ArticleVersion OTHER = article("other", "On 3 May it was opened.");

  @Test
  void articlesThatReportTheSameAgree() {
    assertThat(agreement(evidence(1, WIRE), evidence(2, OTHER)))
        .isEqualTo(2 * agreement(evidence(1, WIRE)));
  }

  @Test
  void anArticleAndItsReprintsAgreeOnce() {
    var wire = evidence(1, WIRE, REPRINT);
    var reprint = evidence(2, REPRINT, WIRE);

    assertThat(agreement(wire, reprint)).isEqualTo(agreement(wire));
    assertThat(agreement(wire, reprint, evidence(3, OTHER))).isEqualTo(2 * agreement(wire));
  }

  private static double agreement(Evidence... evidence) {
    var candidates = List.of(evidence).stream().map(ConfidenceFeaturesTest::candidate).toList();
    var retrievalResult = new RetrievalResult(List.of(evidence), 1, 100);
    return ConfidenceFeatures.of(candidates, retrievalResult).agreement();
  }

  private static CandidateSentence candidate(Evidence evidence) {
    var sentence = new AnalyzedSentence(evidence.passage().span(), Set.of(), 1, 1, 1);
    return new CandidateSentence(
        evidence, sentence, "3 May", new SentenceFeatures(1, 0, 1, 1, 1, 1), 1);
  }

  private static Evidence evidence(int rank, ArticleVersion source, ArticleVersion... reprints) {
    var span = new Span(0, source.article().text().length());
    return new Evidence(
        rank,
        source,
        new Passage(0, span, List.of(span)),
        new Evidence.Scores(1, 1, 1),
        List.of(reprints));
  }

  private static ArticleVersion article(String id, String text) {
    var article = new Article(id, null, null, List.of(), null, null, null, false, null, text);
    return new ArticleVersion(article, article.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
  }

  @Test
  void oddsOfTheKindShiftTheConfidence() {
    var weights = AnswererFixture.settings(AnswerConfig.class, Map.of()).confidence();
    var features = new ConfidenceFeatures(20, 1, 0, 1, 9);
    double plain = features.confidence(weights, 0);

    assertThat(features.confidence(weights, 0.85))
        .isGreaterThan(plain)
        .isCloseTo(1 / (1 + (1 / plain - 1) * Math.exp(-0.85)), within(1e-9));
  }
}
