package org.dossier.evaluation.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final List<String> RANKED = List.of("a", "b", "c", "d", "e", "f");

  @Test
  void aHitCountsOnlyWithinTheFirstK() {
    assertThat(Ranking.hit(RANKED, Set.of("c"), 2)).isZero();
    assertThat(Ranking.hit(RANKED, Set.of("c"), 3)).isOne();
    assertThat(Ranking.hit(RANKED, Set.of("z"), 10)).isZero();
  }

  @Test
  void recallIsTheShareOfRelevantItems() {
    assertThat(Ranking.recall(RANKED, Set.of("b", "e", "z"), 5)).isEqualTo(2.0 / 3);
    assertThat(Ranking.recall(RANKED, Set.of("b", "e", "z"), 4)).isEqualTo(1.0 / 3);
  }

  @Test
  void ndcgDividesByTheBestPossibleOrder() {
    // Ranks 2 and 4 of two: (1/log2 3 + 1/log2 5) / (1/log2 2 + 1/log2 3) = 1.061606 / 1.630930
    assertThat(Ranking.ndcg(RANKED, Set.of("b", "d"), 10)).isCloseTo(0.650921, within(1e-6));
    assertThat(Ranking.ndcg(RANKED, Set.of("a", "b"), 10)).isCloseTo(1, within(1e-12));
    assertThat(Ranking.ndcg(RANKED, Set.of("z"), 10)).isZero();
  }

  @Test
  void ndcgAtKExpectsAtMostKRelevantItems() {
    assertThat(Ranking.ndcg(RANKED, Set.of("a", "b", "c"), 2)).isCloseTo(1, within(1e-12));
  }

  @Test
  void theReciprocalRankIsThatOfTheFirstRelevantItem() {
    assertThat(Ranking.reciprocalRank(RANKED, Set.of("d", "f"), 10)).isEqualTo(0.25);
    assertThat(Ranking.reciprocalRank(RANKED, Set.of("d", "f"), 3)).isZero();
  }

  @Test
  void anEmptyRankingScoresZero() {
    assertThat(Ranking.hit(List.of(), Set.of("a"), 1)).isZero();
    assertThat(Ranking.recall(List.of(), Set.of("a"), 1)).isZero();
    assertThat(Ranking.ndcg(List.of(), Set.of("a"), 1)).isZero();
    assertThat(Ranking.reciprocalRank(List.of(), Set.of("a"), 1)).isZero();
  }
}
