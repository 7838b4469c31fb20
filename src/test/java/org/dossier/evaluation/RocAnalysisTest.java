package org.dossier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RocAnalysisTest {

  @Test
  void theAreaIsTheShareOfPairsInTheRightOrder() {
    // Pairs won: .9 wins both, .5 wins one of two, .4 wins one of two: 4 of 6
    var rocAnalysis = RocAnalysis.of(List.of(0.4, 0.9, 0.5), List.of(0.6, 0.1));

    assertThat(rocAnalysis.areaUnderRoc()).isEqualTo(4.0 / 6);
  }

  @Test
  void aTieCountsHalf() {
    assertThat(RocAnalysis.of(List.of(0.5), List.of(0.5)).areaUnderRoc()).isEqualTo(0.5);
    // .8 wins twice, 0 ties with 0 and loses to .3: 2.5 of 4
    assertThat(RocAnalysis.of(List.of(0.8, 0.0), List.of(0.0, 0.3)).areaUnderRoc())
        .isEqualTo(2.5 / 4);
  }

  @Test
  void theBalancedErrorIsTheMeanOfBothKindsOfError() {
    // Answered from .5: one of four answerable not answered, one of two unanswerable answered
    var rocAnalysis = RocAnalysis.of(List.of(0.9, 0.7, 0.5, 0.2), List.of(0.6, 0.1));

    assertThat(rocAnalysis.balancedError(0.5)).isEqualTo((0.25 + 0.5) / 2);
  }

  @Test
  void theBestThresholdIsTheLowestWithTheLeastError() {
    var rocAnalysis = RocAnalysis.of(List.of(0.9, 0.7, 0.3), List.of(0.6, 0.1));

    // From .7: 1/3 not answered, no false answer; from .3: all answered, 1/2 false answers
    assertThat(rocAnalysis.bestThreshold()).isEqualTo(0.7);
    assertThat(RocAnalysis.of(List.of(0.5), List.of(0.5)).bestThreshold()).isEqualTo(0.5);
  }

  @Test
  void withUselessConfidenceOneReplyForAllIsBest() {
    var rocAnalysis = RocAnalysis.of(List.of(0.1), List.of(0.9));

    assertThat(rocAnalysis.balancedError(rocAnalysis.bestThreshold())).isEqualTo(0.5);
  }

  @Test
  void bothKindsOfQuestionsAreRequired() {
    assertThatIllegalArgumentException().isThrownBy(() -> RocAnalysis.of(List.of(0.5), List.of()));
  }
}
