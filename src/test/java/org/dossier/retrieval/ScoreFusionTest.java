package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoreFusionTest {
  private static final double UNKNOWN = Double.NaN;

  @Test
  void bm25IsNormalizedByTheBestAndCosinesAreNot() {
    var fused = ScoreFusion.fuse(new double[] {0, 5, 10}, new double[] {.8, .4, .6}, .5);

    assertThat(fused).containsExactly(.4, .45, .8);
  }

  @Test
  void anotherCandidateChangesNoScore() {
    var two = ScoreFusion.fuse(new double[] {5, 10}, new double[] {.8, .6}, .25);
    var three = ScoreFusion.fuse(new double[] {5, 10, 0}, new double[] {.8, .6, .1}, .25);

    assertThat(three).startsWith(two);
  }

  @Test
  void aPassageWithoutVectorGetsTheMedianCosine() {
    var fused =
        ScoreFusion.fuse(new double[] {10, 10, 10, 10}, new double[] {.2, UNKNOWN, .6, .4}, .5);

    assertThat(fused[1]).isEqualTo(fused[3]);
  }

  @Test
  void oneKindOfScoreIsEnough() {
    assertThat(ScoreFusion.fuse(new double[] {5, 10}, new double[] {UNKNOWN, UNKNOWN}, .5))
        .containsExactly(.25, .5);
    assertThat(ScoreFusion.fuse(new double[] {0, 0}, new double[] {.2, .4}, .5))
        .containsExactly(.1, .2);
  }

  @Test
  void fusingNoPassagesGivesNoScores() {
    assertThat(ScoreFusion.fuse(new double[0], new double[0], .5)).isEmpty();
  }
}
