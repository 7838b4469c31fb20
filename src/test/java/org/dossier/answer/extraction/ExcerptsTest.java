package org.dossier.answer.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
  private static final String CRANE = "The crane of the east quay is a monument.";
  private static final String BUILDER = "It was built by Grietje Vos.";
  private static final String TRAMS = "Trams pass the quay.";
  private static final Evidence EVIDENCE =
      evidence("It stood idle. " + String.join(" ", CRANE, BUILDER, TRAMS));

  @Test
  void referringSentenceTakesTheOneBeforeAlong() {
    assertThat(texts(BUILDER, TRAMS)).containsExactly(List.of(CRANE, BUILDER), List.of(TRAMS));
  }

  @Test
  void sentenceThatWasTakenAlongIsNotRepeated() {
    assertThat(Excerpts.of(List.of(sentence(BUILDER), sentence(CRANE)))).isNotEmpty();
    assertThat(texts(BUILDER, CRANE).stream().flatMap(List::stream))
        .containsExactlyInAnyOrder(CRANE, BUILDER);
  }

  @Test
  void chosenSentenceBeforeIsAnExcerptOfItsOwn() {
    assertThat(texts(CRANE, BUILDER)).containsExactly(List.of(CRANE), List.of(BUILDER));
  }

  @Test
  void firstSentenceOfAPassageHasNoneBefore() {
    assertThat(texts("It stood idle.")).containsExactly(List.of("It stood idle."));
  }

  private static List<List<String>> texts(String... chosen) {
    return Excerpts.of(List.of(chosen).stream().map(ExcerptsTest::sentence).toList()).stream()
        .map(excerpt -> excerpt.sentences().stream().map(CandidateSentence::text).toList())
        .toList();
  }

  private static CandidateSentence sentence(String text) {
    int start = EVIDENCE.source().article().text().indexOf(text);
    var sentence = new AnalyzedSentence(new Span(start, start + text.length()), Set.of(), 1, 1, 0);
    return new CandidateSentence(EVIDENCE, sentence, "", new SentenceFeatures(0, 0, 1, 0, 1, 1), 1);
  }

  private static Evidence evidence(String text) {
    var article = new Article("a", null, null, List.of(), null, null, null, false, null, text);
    var version =
        new ArticleVersion(article, article.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
    var passage = new Passage(0, new Span(0, text.length()), SentenceSplitter.split(text));
    return new Evidence(1, version, passage, new Evidence.Scores(1, 1, 1));
  }
}
