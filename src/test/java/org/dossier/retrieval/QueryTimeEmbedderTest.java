package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dossier.retrieval.RetrievalFixture.article;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dossier.search.Hit;
import org.dossier.text.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTimeEmbedderTest {
  private static final List<String> IDS = List.of("a", "b", "c");
  private static final double NONE = Double.NaN;

  private static RetrievalFixture fixture;

  @BeforeAll
  static void open(@TempDir Path folder) {
    fixture =
        new RetrievalFixture(
            folder,
            article("a", "The ferry sails at noon."),
            article("b", "Tomatoes were cheaper in July."),
            article("c", "The lock is 240 metres long."));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void onlyHitsWithoutACosineAreEmbedded() {
    assertThat(embedded(3, scores(1, 2, 3), scores(0.5, NONE, 0.7))).containsOnlyKeys(1);
    assertThat(embedded(3, scores(1, 2, 3), scores(0.5, 0.6, 0.7))).isEmpty();
  }

  @Test
  void theBestByLexicalScoreAreEmbeddedUpToTheLimit() {
    assertThat(embedded(2, scores(1, 3, 2), scores(NONE, NONE, NONE))).containsOnlyKeys(1, 2);
    assertThat(embedded(0, scores(1, 3, 2), scores(NONE, NONE, NONE))).isEmpty();
  }

  @Test
  void equalLexicalScoresAreOrderedByHit() {
    assertThat(embedded(2, scores(1, 1, 1), scores(NONE, NONE, NONE))).containsOnlyKeys(0, 1);
  }

  @Test
  void anotherVersionThanTheCurrentOneIsNotEmbedded() {
    var hit = hit("a");
    var outdated = new Hit("a", "another version", null, 0, hit.span(), hit.sentences(), 1);

    assertThat(
            new QueryTimeEmbedder(fixture.archive, fixture.embeddingModel, 3)
                .embedMissing(List.of(outdated, hit("b")), scores(1, 1), scores(NONE, NONE)))
        .containsOnlyKeys(1);
  }

  @Test
  void theVectorIsThatOfThePassageInItsContext() {
    var vector = embedded(1, scores(1, 0, 0), scores(NONE, NONE, NONE)).get(0);

    assertThat(vector)
        .containsExactly(fixture.embeddingModel.embedPassage("The ferry sails at noon."));
  }

  @Test
  void theCosineOfAnEmbeddedHitIsSet() {
    var question = fixture.embeddingModel.embedQuestion("When does the ferry sail?");
    var cosines = scores(0.1, NONE, NONE);

    QueryTimeEmbedder.setCosines(cosines, Map.of(1, question), question);

    assertThat(cosines[0]).isEqualTo(0.1);
    assertThat(cosines[1]).isCloseTo(1, within(1e-5));
    assertThat(cosines[2]).isNaN();
  }

  private static Map<Integer, float[]> embedded(int limit, double[] lexical, double[] cosines) {
    return new QueryTimeEmbedder(fixture.archive, fixture.embeddingModel, limit)
        .embedMissing(IDS.stream().map(QueryTimeEmbedderTest::hit).toList(), lexical, cosines);
  }

  private static Hit hit(String id) {
    var version = fixture.archive.find(id).orElseThrow();
    var span = new Span(0, version.article().text().length());
    return new Hit(id, version.version(), null, 0, span, List.of(span), 1);
  }

  private static double[] scores(double... scores) {
    return scores;
  }
}
