package org.dossier.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How strictly statements are verified.
@ConfigMapping(prefix = "dossier.verification")
public interface VerificationConfig {
  /// The support, 0 to 1, below which a statement that violates no rule is rejected as unsupported.
  /// A greater value is stricter; `eval-check` prints the trade-off.
  @WithDefault("0.5")
  double minSupport();

  /// The maximum length of a statement, in characters; a longer one is rejected unread.
  @WithDefault("2000")
  int maxStatementLength();

  /// The weight of each similarity feature in the log-odds that a statement is supported.
  SimilarityWeights weights();

  /// See [SimilarityFeatures].
  interface SimilarityWeights {
    /// The log-odds that such a statement is supported, before any similarity feature.
    @WithDefault("-3.62")
    double bias();

    /// The weight of the mean similarity of the worst quartile of its words.
    @WithDefault("4.58")
    double worstQuartile();

    /// The weight of the share of its words that occur in the sources.
    @WithDefault("3.11")
    double coverage();

    /// The weight of the longest run of words without a similar word in the sources.
    @WithDefault("-3.40")
    double longestUnmatchedRun();
  }
}
