package org.dossier.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How an answer is chosen and when there is none. The weights are first values, set by hand and
/// looked at with `./dossier eval`; docs/answering.md says what each of them weighs.
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

  /// A further statement from another article must reach this share of the best one's score.
  @WithDefault("0.85")
  double furtherArticle();

  /// A further statement from an article already cited must reach this share of the best one's
  /// score.
  @WithDefault("0.92")
  double sameArticle();

  /// Below this confidence, 0 to 1, the answer is an abstention.
  @WithDefault("0.6")
  double threshold();

  /// How many of the nearest articles an abstention names.
  @WithDefault("3")
  int nearest();

  /// What each feature of a sentence counts in its score.
  SentenceWeights sentence();

  /// What each feature of the best sentence counts in the confidence.
  ConfidenceWeights confidence();

  /// See [SentenceFeatures].
  interface SentenceWeights {
    @WithDefault("1.0")
    double closeness();

    @WithDefault("0.35")
    double coverage();

    @WithDefault("0.15")
    double names();

    @WithDefault("0.12")
    double askedFor();

    @WithDefault("0.15")
    double evidence();

    @WithDefault("0.03")
    double lead();
  }

  /// The log-odds that the archive answers: bias + Σ weight × feature.
  interface ConfidenceWeights {
    @WithDefault("-9.0")
    double bias();

    @WithDefault("8.0")
    double closeness();

    @WithDefault("4.0")
    double passageCloseness();

    @WithDefault("2.0")
    double coverage();

    @WithDefault("1.0")
    double names();

    @WithDefault("0.5")
    double askedFor();
  }
}
