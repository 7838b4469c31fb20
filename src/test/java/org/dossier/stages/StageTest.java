package org.dossier.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {
  private final List<String> seen = new ArrayList<>();

  private final Watch watch =
      stage -> {
        seen.add("begin " + stage);
        return whole -> seen.add((whole ? "end " : "break ") + stage);
      };

  @Test
  void stagesAreSeenAsTheyLieWithinOneAnother() {
    int made =
        watch.over(
            () -> Stage.RETRIEVAL.of(() -> Stage.WORDS.of(() -> 1) + Stage.VECTORS.of(() -> 2)));

    assertThat(made).isEqualTo(3);
    assertThat(seen)
        .containsExactly(
            "begin RETRIEVAL",
            "begin WORDS",
            "end WORDS",
            "begin VECTORS",
            "end VECTORS",
            "end RETRIEVAL");
  }

  @Test
  void aFaultEndsTheStagesItLeavesAndIsThrownOnAsItIs() {
    var fault = new IOException("the disk is full");

    assertThatThrownBy(() ->
            watch.over(() ->
                Stage.STORING.of(() -> {
                  throw fault;
                })))
        .isSameAs(fault);
    assertThat(seen).containsExactly("begin STORING", "break STORING");
  }

  @Test
  void workThatNobodyWatchesIsDoneAlike() {
    assertThat(Stage.READING.<Integer, RuntimeException>of(() -> 1)).isEqualTo(1);
    assertThat(Watch.current()).isSameAs(Watch.NOBODY);
  }

  @Test
  void aWatchTakenAlongSeesTheWorkOfAnotherThread() throws InterruptedException {
    var along = watch.over(Watch::current);
    var other = new Thread(() -> along.over(() -> Stage.FUSION.of(() -> 1)));
    other.start();
    other.join();

    assertThat(seen).containsExactly("begin FUSION", "end FUSION");
  }
}
