package org.dossier.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How an answer is chosen and when there is none. The weights are learned by `src/training`;
/// docs/answering.md says what each of them weighs and what it was learned from.
@ConfigMapping(prefix = "dossier.answer")
public interface AnswerConfig {
  /// How many statements an extractive answer may have.
  @WithDefault("3")
  int statements();

  /// How far a further statement from another article may score behind the best one, in log-odds.
  @WithDefault("1.2")
  double furtherArticle();

  /// How far a further statement from an article already cited may.
  @WithDefault("1.2")
  double sameArticle();

  /// Below this confidence, 0 to 1, the answer is an abstention.
  @WithDefault("0.5")
  double threshold();

  /// How many of the nearest articles an abstention names.
  @WithDefault("3")
  int nearest();

  /// What each feature of a sentence counts in its score.
  SentenceWeights sentence();

  /// What each feature of the evidence counts in the confidence.
  ConfidenceWeights confidence();

  /// See [SentenceFeatures].
  interface SentenceWeights {
    @WithDefault("0.28")
    double words();

    @WithDefault("4.0")
    double coverage();

    @WithDefault("1.0")
    double askedFor();

    @WithDefault("8.0")
    double evidence();

    @WithDefault("0.7")
    double lead();
  }

  /// See [AnswerFeatures]. The log-odds that the archive answers: bias + Σ weight × feature.
  interface ConfidenceWeights {
    @WithDefault("-4.31")
    double bias();

    @WithDefault("6.837")
    double evidence();

    @WithDefault("0.095")
    double words();

    @WithDefault("0.643")
    double agreement();

    @WithDefault("1.065")
    double carried();

    @WithDefault("-0.44")
    double size();
  }
}
