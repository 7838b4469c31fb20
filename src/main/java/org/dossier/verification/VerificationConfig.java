package org.dossier.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How strictly statements are checked.
@ConfigMapping(prefix = "dossier.checking")
public interface VerificationConfig {
  /// The support, 0 to 1, below which a statement that breaks no rule is refused for its meaning.
  @WithDefault("0.5")
  double threshold();

  /// How many characters a statement may have; a longer one is refused unread.
  @WithDefault("2000")
  int statementLimit();

  /// What each figure of a statement's nearness counts in the log-odds that it is supported.
  SimilarityWeights weights();

  /// See [SimilarityFeatures].
  interface SimilarityWeights {
    /// The log-odds that such a statement is supported, before its nearness.
    @WithDefault("-3.62")
    double bias();

    /// What the nearness of its least near words adds to them.
    @WithDefault("4.58")
    double weakest();

    /// What the share of its words that stand in the sources adds.
    @WithDefault("3.11")
    double covered();

    /// What the longest run of words that nothing comes near adds.
    @WithDefault("-3.40")
    double longestGap();
  }
}
