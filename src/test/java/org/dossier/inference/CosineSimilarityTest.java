package org.dossier.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CosineSimilarityTest {
  private static final int UNTIL_COMPILED = 100_000;

  @Test
  void theCosineIsIdenticalBeforeAndAfterCompilation() {
    var random = new Random(1);
    var a = vector(random);
    var b = vector(random);
    Set<Float> cosines = new HashSet<>();

    for (int i = 0; i < UNTIL_COMPILED; i++) {
      cosines.add(CosineSimilarity.of(a, b));
    }

    assertThat(cosines).hasSize(1);
  }

  @Test
  void theCosineOfUnitVectorsIsTheirProduct() {
    assertThat(CosineSimilarity.of(new float[] {0.6f, 0.8f}, new float[] {0.6f, 0.8f})).isOne();
    assertThat(CosineSimilarity.of(new float[] {0.6f, 0.8f}, new float[] {0.8f, -0.6f})).isZero();
    assertThat(CosineSimilarity.of(new float[] {0.6f, 0.8f}, new float[] {1, 0})).isEqualTo(0.6f);
  }

  @Test
  void roundingDoesNotExceedTheRange() {
    var longer = new float[] {0.6f, 0.8000001f};
    assertThat(CosineSimilarity.of(longer, longer)).isEqualTo(1);
    assertThat(CosineSimilarity.of(longer, new float[] {-0.6f, -0.8000001f})).isEqualTo(-1);
  }

  private static float[] vector(Random random) {
    var vector = new float[384];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (random.nextFloat() - 0.5f) / 10;
    }
    return vector;
  }
}
