package org.dossier.archive.reprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CommonSubsequenceTest {

  @Test
  void wordsInTheSameOrderCountRegardlessOfWhatIsBetween() {
    assertThat(CommonSubsequence.length(new int[] {1, 2, 3, 4}, new int[] {9, 2, 9, 4, 1}))
        .isEqualTo(2);
    assertThat(CommonSubsequence.length(new int[] {}, new int[] {1})).isZero();
    assertThat(CommonSubsequence.length(new int[] {1}, new int[] {})).isZero();
  }

  /// The textbook algorithm, on texts shorter and longer than the 64 words of a block.
  @Test
  void theLengthIsThatOfTheTextbookAlgorithm() {
    var random = new Random(3);
    for (int round = 0; round < 300; round++) {
      var one = random.ints(random.nextInt(200), 0, 1 + random.nextInt(40)).toArray();
      var other = random.ints(random.nextInt(200), 0, 1 + random.nextInt(40)).toArray();

      assertThat(CommonSubsequence.length(one, other)).isEqualTo(byTable(one, other));
    }
  }

  private static int byTable(int[] one, int[] other) {
    var lengths = new int[one.length + 1][other.length + 1];
    for (int i = 1; i <= one.length; i++) {
      for (int j = 1; j <= other.length; j++) {
        lengths[i][j] =
            one[i - 1] == other[j - 1]
                ? lengths[i - 1][j - 1] + 1
                : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
      }
    }
    return lengths[one.length][other.length];
  }
}
