package org.dossier.evaluation.question;

import java.util.List;
import java.util.Set;

/// Measures of how well a ranked list retrieves relevant items; relevance is binary. Each has its
/// name [in the literature](https://ir-measur.es).
///
/// For each of them, `ranked` is best first without duplicates, `relevant` is not empty, `k` is at
/// least 1.
final class Ranking {
  private Ranking() {}

  /// Success@k: 1 if any of the first k is relevant, else 0.
  static double hit(List<String> ranked, Set<String> relevant, int k) {
    return top(ranked, k).stream().anyMatch(relevant::contains) ? 1 : 0;
  }

  /// Recall@k: the share of the relevant items that is among the first k.
  static double recall(List<String> ranked, Set<String> relevant, int k) {
    return (double) top(ranked, k).stream().filter(relevant::contains).count() / relevant.size();
  }

  /// nDCG@k (Järvelin and Kekäläinen, 2002), as computed by trec_eval: Σ 1 / log₂(rank + 1) over
  /// the relevant items of the first k, divided by the value for the best possible order.
  static double ndcg(List<String> ranked, Set<String> relevant, int k) {
    double gain = 0;
    var top = top(ranked, k);
    for (int i = 0; i < top.size(); i++) {
      gain += relevant.contains(top.get(i)) ? discount(i + 1) : 0;
    }
    double ideal = 0;
    for (int rank = 1; rank <= Math.min(k, relevant.size()); rank++) {
      ideal += discount(rank);
    }
    return gain / ideal;
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 1);
  }

  /// Reciprocal rank of the first relevant item of the first k, else 0 (Voorhees, 1999).
  static double reciprocalRank(List<String> ranked, Set<String> relevant, int k) {
    var top = top(ranked, k);
    for (int i = 0; i < top.size(); i++) {
      if (relevant.contains(top.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  private static List<String> top(List<String> ranked, int k) {
    return ranked.subList(0, Math.min(k, ranked.size()));
  }
}
