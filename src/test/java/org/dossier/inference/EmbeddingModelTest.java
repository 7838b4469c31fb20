package org.dossier.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddingModelTest {

  private static final EmbeddingModel MODEL = new EmbeddingModel(2);

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The harbour master opened the new lock on Tuesday.",
        "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.",
        "کشتی‌ها امروز به بندر رسیدند.",
        "x",
        "  two  spaces,\nand a line break; 3.5 % of 1,200 \uD83D\uDEA2 "
      })
  void vectorsEqualThoseOfTheReferenceLibrary(String text) {
    var theirs = new BgeSmallEnV15QuantizedEmbeddingModel().embed(text).content().vector();

    var ours = MODEL.embedPassage(text);

    assertThat(ours).hasSize(MODEL.dimension());
    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i]).isCloseTo(theirs[i], within(1e-3f));
    }
  }

  @Test
  void everyVectorHasLengthOne() {
    assertThat(dot(MODEL.embedPassage("A ferry"), MODEL.embedPassage("A ferry")))
        .isCloseTo(1, within(1e-5));
    assertThat(dot(MODEL.embedPassage(""), MODEL.embedPassage(""))).isCloseTo(1, within(1e-5));
  }

  @Test
  void aQuestionIsMoreSimilarToThePassageThatAnswersIt() {
    var question = MODEL.embedQuestion("Who opened the lock?");

    var answering = MODEL.embedPassage("The lock was opened by the harbour master.");
    var other = MODEL.embedPassage("Tomatoes were cheaper in July than in June.");

    assertThat(dot(question, answering)).isGreaterThan(dot(question, other) + 0.1);
  }

  @Test
  void onlyAQuestionHasTheInstruction() {
    assertThat(MODEL.embedQuestion("Who opened the lock?"))
        .isEqualTo(
            MODEL.embedPassage(
                "Represent this sentence for searching relevant passages: Who opened the lock?"))
        .isNotEqualTo(MODEL.embedPassage("Who opened the lock?"));
  }

  @Test
  void concurrentResultsEqualSequentialOnes() {
    var texts = IntStream.range(0, 40).mapToObj(i -> "Ferry number " + i + " is late.").toList();

    var together = MODEL.embedPassages(texts);

    assertThat(together).hasSize(40);
    for (int i = 0; i < 40; i++) {
      assertThat(together.get(i)).isEqualTo(MODEL.embedPassage(texts.get(i)));
    }
    assertThat(MODEL.embedPassages(List.of())).isEmpty();
  }

  @Test
  void textBeyondTheWindowIsIgnored() {
    var window = "harbour ".repeat(510);

    assertThat(MODEL.embedPassage(window + "tomatoes and more tomatoes"))
        .isEqualTo(MODEL.embedPassage(window));
  }

  @Test
  void aClosedModelThrows() {
    var model = new EmbeddingModel(1);
    model.embedPassage("once");
    model.close();

    assertThatThrownBy(() -> model.embedPassage("twice")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> model.embedPassages(List.of("twice")))
        .isInstanceOf(IllegalStateException.class);
    model.close();
  }

  private static double dot(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> (double) a[i] * b[i]).sum();
  }
}
