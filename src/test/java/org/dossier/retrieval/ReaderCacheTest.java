package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;

final class ReaderCacheTest {
  private static final String QUESTION = "Who opened the lock?";
  private static final ReaderModel.Text LOCK = text("The harbour master opened the new lock.");
  private static final ReaderModel.Text PRICE = text("The new lock cost two million crowns.");

  private static ReaderModel.Text text(String words) {
    return new ReaderModel.Text("The lock", words, List.of(new Span(0, words.length())));
  }

  @Test
  void predictionsAreCachedPerQuestion() {
    var readerModel = new ReaderModel(1);
    var readerCache = new ReaderCache(readerModel, 10);
    var first = readerCache.get(QUESTION, List.of(LOCK)).getFirst();
    readerCache.get(QUESTION, List.of(PRICE));
    readerModel.close();

    assertThat(readerCache.get(QUESTION, List.of(PRICE, LOCK)).getLast()).isSameAs(first);
    assertThatThrownBy(() -> readerCache.get("What did it cost?", List.of(LOCK)))
        .as("another question")
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCacheOfSizeZeroPredictsEachTime() {
    try (var readerModel = new ReaderModel(1)) {
      var readerCache = new ReaderCache(readerModel, 0);

      var twice = readerCache.get(QUESTION, List.of(LOCK, PRICE));

      var span = new Span(0, LOCK.words().length());
      assertThat(twice.getFirst().bestAnswer(span).orElseThrow().span().of(LOCK.words()))
          .containsIgnoringCase("harbour master");
    }
  }

  @Test
  void theVectorOfAQuestionIsComputedOnce() {
    var model = new EmbeddingModel(1);
    var vectors = new QueryEmbeddingCache(model, 10);
    var first = vectors.get(QUESTION);
    assertThat(first).containsExactly(model.embedQuestion(QUESTION));
    model.close();

    assertThat(vectors.get(QUESTION)).isSameAs(first);
  }
}
