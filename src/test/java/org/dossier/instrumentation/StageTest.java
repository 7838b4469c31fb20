package org.dossier.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {
  private final List<String> seen = new ArrayList<>();

  private final StageListener stageListener =
      stage -> {
        seen.add("begin " + stage);
        return whole -> seen.add((whole ? "end " : "break ") + stage);
      };

  @Test
  void nestedStagesAreReportedInOrder() {
    int made =
        stageListener.call(() ->
            Stage.RETRIEVAL.run(() -> Stage.LEXICAL.run(() -> 1) + Stage.VECTOR.run(() -> 2)));

    assertThat(made).isEqualTo(3);
    assertThat(seen)
        .containsExactly(
            "begin RETRIEVAL",
            "begin LEXICAL",
            "end LEXICAL",
            "begin VECTOR",
            "end VECTOR",
            "end RETRIEVAL");
  }

  @Test
  void anExceptionEndsItsStagesAndIsRethrown() {
    var fault = new IOException("the disk is full");

    assertThatThrownBy(() ->
            stageListener.call(() ->
                Stage.STORE.run(() -> {
                  throw fault;
                })))
        .isSameAs(fault);
    assertThat(seen).containsExactly("begin STORE", "break STORE");
  }

  @Test
  void workRunsWithoutAListener() {
    assertThat(Stage.RERANK.<Integer, RuntimeException>run(() -> 1)).isEqualTo(1);
    assertThat(StageListener.current()).isSameAs(StageListener.NONE);
  }

  @Test
  void aPassedOnListenerObservesAnotherThread() throws InterruptedException {
    var along = stageListener.call(StageListener::current);
    var other = new Thread(() -> along.call(() -> Stage.FUSION.run(() -> 1)));
    other.start();
    other.join();

    assertThat(seen).containsExactly("begin FUSION", "end FUSION");
  }
}
