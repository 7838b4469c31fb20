package org.dossier.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.dossier.inference.ReaderModel.Text;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReaderModelTest {
  private static final ReaderModel READER = new ReaderModel(2);

  private static final String LOCK =
      "The old lock had been closed since the storm. The harbour master, Grietje Vos, opened the new"
          + " lock on Tuesday. It cost 41 million euros and took six years to build. Tomatoes were"
          + " cheaper in July.";

  @AfterAll
  static void close() {
    READER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Who opened the new lock?, Grietje Vos",
    "When was the new lock opened?, Tuesday",
    "How much did the lock cost?, 41 million",
    "How long did it take to build the lock?, six years"
  })
  void theAnswerSpanIsFound(String question, String words) {
    var spanPrediction = read(question, "A new lock", LOCK);

    var found = spanPrediction.bestAnswer(new Span(0, LOCK.length())).orElseThrow();

    var elsewhere = read("Who won the regatta in 1987?", "A new lock", LOCK);
    assertThat(found.span().of(LOCK)).contains(words);
    assertThat(found.score())
        .isGreaterThan(elsewhere.bestAnswer(new Span(0, LOCK.length())).orElseThrow().score());
  }

  @Test
  void theAnswerSentenceHasTheHighestScore() {
    var spanPrediction = read("Who opened the new lock?", "A new lock", LOCK);

    var sentences = SentenceSplitter.split(LOCK);
    var scores = sentences.stream().map(spanPrediction::sentenceScore).toList();

    assertThat(scores).hasSize(4);
    assertThat(scores.get(1)).isPositive().isGreaterThan(scores.get(0));
    assertThat(scores.get(3)).isNegative().isLessThan(scores.get(1));
  }

  @Test
  void aPassageThatDoesNotAnswerScoresLow() {
    var answering = read("Who opened the new lock?", "", LOCK);
    var other = read("Who won the regatta in 1987?", "", LOCK);

    assertThat(answering.answerScore()).isPositive();
    assertThat(other.answerScore()).isNegative();
    assertThat(other.bestAnswer(new Span(0, LOCK.length())).orElseThrow().score())
        .isLessThan(answering.bestAnswer(new Span(0, LOCK.length())).orElseThrow().score());
  }

  @Test
  void offsetsCountUtf16Units() {
    var text =
        "\uD83D\uDEA2\uD83D\uDEA2\uD83D\uDEA2 It is a new lock. Grietje Vos opened the lock.";

    var found =
        read("Who opened the lock?", "\uD83D\uDEA2", text)
            .bestAnswer(new Span(0, text.length()))
            .orElseThrow();

    assertThat(found.span().of(text)).contains("Grietje Vos").doesNotContain("opened");
  }

  @Test
  void concurrentResultsEqualSequentialOnes() {
    var texts =
        IntStream.range(0, 12).mapToObj(i -> whole("", i + " ferries left. " + LOCK)).toList();

    var together = READER.read("How many ferries left?", texts);

    assertThat(together).hasSize(12);
    for (int i = 0; i < 12; i++) {
      var alone = READER.read("How many ferries left?", List.of(texts.get(i))).getFirst();
      assertThat(together.get(i).answerScore()).isEqualTo(alone.answerScore());
    }
    assertThat(READER.read("Why?", List.of())).isEmpty();
  }

  @Test
  void textBeyondTheTokenLimitIsNotRead() {
    var endless = "Ferries leave every hour. ".repeat(200) + "Grietje Vos opened the lock.";
    var last = new Span(endless.length() - 28, endless.length());

    var spanPrediction = read("Who opened the lock?", "", endless);

    assertThat(spanPrediction.bestAnswer(last)).isEmpty();
    assertThat(spanPrediction.sentenceScore(last)).isNegative();
  }

  @Test
  void onlyTheShownSentencesAreReadAtTheirOffsets() {
    var sentences = SentenceSplitter.split(LOCK);
    var shown = List.of(sentences.get(1), sentences.get(3));

    var spanPrediction =
        READER.read("Who opened the lock?", List.of(new Text("", LOCK, shown))).getFirst();

    var found = spanPrediction.bestAnswer(sentences.get(1)).orElseThrow();
    assertThat(found.span().of(LOCK)).contains("Grietje Vos");
    assertThat(spanPrediction.bestAnswer(sentences.get(3))).isPresent();
    assertThat(spanPrediction.bestAnswer(sentences.get(0))).isEmpty();
    assertThat(spanPrediction.bestAnswer(sentences.get(2))).isEmpty();
  }

  @Test
  void aTitleOrTextWithoutWordsIsRead() {
    assertThat(read("Why?", "", "").bestAnswer(new Span(0, 0))).isEmpty();
    assertThat(read("?", "\u0000", "…").answerScore()).isFinite();
  }

  @Test
  void aClosedReaderThrows() {
    var readerModel = new ReaderModel(1);
    readerModel.close();

    assertThatThrownBy(() -> readerModel.read("Why?", List.of(whole("", "So."))))
        .isInstanceOf(IllegalStateException.class);
    readerModel.close();
  }

  private static Text whole(String title, String words) {
    return new Text(title, words, List.of(new Span(0, words.length())));
  }

  private static SpanPrediction read(String question, String title, String words) {
    return READER.read(question, List.of(whole(title, words))).getFirst();
  }
}
