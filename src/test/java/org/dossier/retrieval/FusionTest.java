package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FusionTest {
  private static final double UNKNOWN = Double.NaN;

  @Test
  void eachListIsBroughtToZeroToOneAndWeighted() {
    var fused = Fusion.fuse(new double[] {0, 5, 10}, new double[] {1, .5, 0}, .25);

    assertThat(fused).containsExactly(.75, .5, .25);
  }

  @Test
  void aPassageWithoutVectorIsJudgedByItsWords() {
    var fused = Fusion.fuse(new double[] {0, 5, 10}, new double[] {1, UNKNOWN, 0}, .25);

    assertThat(fused).containsExactly(.75, .5, .25);
  }

  @Test
  void scoresThatAreAllAlikeDecideNothing() {
    assertThat(Fusion.fuse(new double[] {3, 3}, new double[] {.2, .4}, .5)).containsExactly(.5, 1);
    assertThat(Fusion.fuse(new double[] {3, 3}, new double[] {UNKNOWN, UNKNOWN}, .5))
        .containsExactly(1, 1);
  }

  @Test
  void nothingFoundIsNothingFused() {
    assertThat(Fusion.fuse(new double[0], new double[0], .5)).isEmpty();
  }
}
