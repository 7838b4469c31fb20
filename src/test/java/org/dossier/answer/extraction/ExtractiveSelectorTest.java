package org.dossier.answer.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;

class ExtractiveSelectorTest {
  private final CandidateSentence best =
      candidate("a", "Grietje Vos opened the lock.", "Grietje Vos", 9, 3);

  @Test
  void aSimilarScoreWithAnotherAnswerIsIncluded() {
    var other = candidate("b", "At the gates stood Ada Berg.", "Ada Berg", 8, 1);

    assertThat(ExtractiveSelector.choose(List.of(best, other))).containsExactly(best, other);
  }

  @Test
  void aMuchLowerScoreIsRelatedAndNoAnswer() {
    var far = candidate("b", "At the gates stood Ada Berg.", "Ada Berg", 0, 1);
    var chosen = ExtractiveSelector.choose(List.of(best, far));
    var extraction =
        new Extraction(
            QuestionKind.FACT,
            new RetrievalResult(List.of(), 2, 1),
            List.of(chosen),
            0,
            null,
            List.of(best, far),
            1,
            1,
            Map.of());

    assertThat(extraction.answering(3)).containsExactly(Excerpt.of(best));
    assertThat(extraction.closest(3)).containsExactly(Excerpt.of(best), Excerpt.of(far));
    assertThat(extraction.closest(1)).containsExactly(Excerpt.of(best));
  }

  @Test
  void allSentencesThatAddSomethingAreCounted() {
    var others =
        Stream.of("Ada", "Bo", "Cleo", "Dora", "Emma", "Fia", "Gus")
            .map(name -> candidate(name, name + " spoke.", name, 8, 1))
            .toList();
    var read = Stream.concat(Stream.of(best), others.stream()).toList();

    assertThat(ExtractiveSelector.choose(read)).hasSize(8);
    assertThat(ExtractiveSelector.choose(List.of())).isEmpty();
  }

  @Test
  void aDuplicateAnswerIsExcluded() {
    var same =
        candidate("b", "It was a great day for GRIETJE VOS and her crew.", "Grietje", 8.9, 2);

    assertThat(ExtractiveSelector.choose(List.of(best, same))).containsExactly(best);
  }

  @Test
  void anUnreadSentenceCanBeIncluded() {
    var unread = candidate("b", "Die Schleuse öffnete am Dienstag.", "", 8.9, 0);

    assertThat(ExtractiveSelector.choose(List.of(best, unread))).containsExactly(best, unread);
  }

  private static CandidateSentence candidate(
      String article, String text, String words, double score, double odds) {
    var source = new Article(article, null, null, List.of(), null, null, null, false, null, text);
    var version =
        new ArticleVersion(source, source.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
    var span = new Span(0, text.length());
    var evidence =
        new Evidence(1, version, new Passage(0, span, List.of(span)), new Evidence.Scores(1, 1, 1));
    var terms = Arrays.stream(text.split("\\W+")).collect(Collectors.toSet());
    return new CandidateSentence(
        evidence,
        new AnalyzedSentence(span, Set.copyOf(terms), 1, 1, 0),
        words,
        new SentenceFeatures(odds, 0, 1, 0, 1, 1),
        score);
  }
}
