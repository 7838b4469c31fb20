package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.retrieval.RetrievalFixture.article;
import static org.dossier.retrieval.RetrievalFixture.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.archive.PassageSplitter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceSelectorTest {
  private static final String WHO = "Who opened the lock?";

  private static RetrievalFixture fixture;

  @BeforeAll
  static void open(@TempDir Path folder) {
    fixture =
        new RetrievalFixture(
            folder,
            article(
                "lock",
                "It was busy from noon. The lock was opened by Grietje Vos. It was a fine day."),
            article("market", "They were cheaper. The lock was opened after the storm."),
            article("german", null, null, "de", "Die Schleuse öffnete am Dienstag."));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void atMostTheConfiguredNumberOfSentencesIsSelected() {
    assertThat(selected(WHO, Map.of("dossier.retrieval.rerank.sentences", "2"), "lock", "market"))
        .containsExactly(
            List.of("The lock was opened by Grietje Vos."),
            List.of("The lock was opened after the storm."));
    assertThat(selected(WHO, Map.of("dossier.retrieval.rerank.sentences", "1"), "lock", "market"))
        .containsExactly(List.of("The lock was opened by Grietje Vos."), List.of());
  }

  @Test
  void onlyTheFirstPassagesAreConsidered() {
    assertThat(selected(WHO, Map.of("dossier.retrieval.rerank.passages", "1"), "market", "lock"))
        .containsExactly(
            List.of("They were cheaper.", "The lock was opened after the storm."), List.of());
  }

  @Test
  void selectedSentencesAreInReadingOrder() {
    assertThat(selected(WHO, Map.of(), "lock"))
        .containsExactly(
            List.of(
                "It was busy from noon.",
                "The lock was opened by Grietje Vos.",
                "It was a fine day."));
  }

  @Test
  void equalScoresAreOrderedByRankAndPlace() {
    // Neither question term nor answer type distinguishes any sentence.
    assertThat(
            selected(
                "Zebras?", Map.of("dossier.retrieval.rerank.sentences", "2"), "market", "lock"))
        .containsExactly(
            List.of("They were cheaper.", "The lock was opened after the storm."), List.of());
  }

  @Test
  void aSentenceCountsHalfOfTheTermsOfItsPassage() {
    var sentences = select("lock cheaper", Map.of(), "market").getFirst().selectedSentences();

    assertThat(sentences.get(0).terms()).contains("cheaper").doesNotContain("lock");
    assertThat(sentences.get(0).coverage()).isBetween(0.5, 1.0);
    assertThat(sentences.get(1).coverage()).isBetween(0.5, 1.0);
    assertThat(sentences.get(0).coverage() + sentences.get(1).coverage()).isEqualTo(1.5);
  }

  @Test
  void functionWordsDoNotCount() {
    assertThat(select("When did they do it?", Map.of(), "market").getFirst().selectedSentences())
        .extracting(AnalyzedSentence::coverage)
        .containsOnly(1.0);
  }

  @Test
  void theExpectedAnswerTypeCounts() {
    assertThat(select(WHO, Map.of(), "lock").getFirst().selectedSentences())
        .extracting(AnalyzedSentence::answerTypeScore)
        .containsExactly(0.0, 1.0, 0.0);
  }

  @Test
  void aSentenceIsAnalyzedInItsArticlesLanguage() {
    var sentence =
        select("die Schleusen", Map.of(), "german").getFirst().selectedSentences().getFirst();

    assertThat(sentence.terms()).contains("schleus").doesNotContain("die");
    assertThat(sentence.coverage()).isEqualTo(1);
  }

  /// The selected sentences of each passage.
  private static List<List<String>> selected(
      String question, Map<String, String> settings, String... articles) {
    return select(question, settings, articles).stream()
        .map(one ->
            one.selectedSentences().stream()
                .map(sentence -> sentence.span().of(one.source().article().text()))
                .toList())
        .toList();
  }

  /// @param articles in the order of their ranks
  private static List<Evidence> select(
      String question, Map<String, String> settings, String... articles) {
    var evidence = new ArrayList<Evidence>();
    for (var id : articles) {
      var source = fixture.archive.find(id).orElseThrow();
      var passage = PassageSplitter.split(source.article()).getFirst();
      evidence.add(
          new Evidence(evidence.size() + 1, source, passage, new Evidence.Scores(1, 0.5, 0.5)));
    }
    var config = config(settings);
    var rerank = config.rerank();
    return fixture.index.search(snapshot ->
        new SentenceSelector(question, fixture.index.analyzer(), snapshot, config)
            .select(evidence, new RetrievalDepth(12, 3, rerank.passages(), rerank.sentences())));
  }
}
