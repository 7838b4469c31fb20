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

  /// How many passages are read sentence by sentence.
  @WithDefault("6")
  int passages();

  /// How many of their sentences are compared with the question by meaning.
  @WithDefault("16")
  int sentences();

  /// How far a further statement from another article may score behind the best one, in log-odds.
  @WithDefault("0.5")
  double furtherArticle();

  /// How far a further statement from an article already cited may.
  @WithDefault("0.4")
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

    @WithDefault("2.0")
    double closeness();

    @WithDefault("0.5")
    double coverage();

    @WithDefault("0.5")
    double askedFor();

    @WithDefault("5.0")
    double evidence();

    @WithDefault("0.5")
    double lead();
  }

  /// See [AnswerFeatures]. The log-odds that the archive answers: bias + Σ weight × feature.
  interface ConfidenceWeights {
    @WithDefault("-1.97")
    double bias();

    @WithDefault("5.41")
    double closeness();

    @WithDefault("0.095")
    double words();

    @WithDefault("0.40")
    double reading();

    @WithDefault("-0.44")
    double size();
  }
}
