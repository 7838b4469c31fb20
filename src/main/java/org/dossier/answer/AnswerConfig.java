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

  /// How far, in log-odds, a further sentence from another article may score behind the best one.
  @WithDefault("2.0")
  double furtherArticle();

  /// How far a further one from an article already cited may.
  @WithDefault("2.0")
  double sameArticle();

  /// The confidence, 0 to 1, below which the answer is an abstention.
  @WithDefault("0.57")
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
    /// What the reader's log-odds for the sentence's best words count in its score.
    @WithDefault("0.28")
    double words();

    /// What its coverage of the question's terms counts.
    @WithDefault("4.0")
    double coverage();

    /// What it counts that it carries a thing of the kind asked for.
    @WithDefault("1.0")
    double askedFor();

    /// What the fused score of its passage counts.
    @WithDefault("8.0")
    double evidence();

    /// What it counts to stand at the beginning of an article.
    @WithDefault("0.7")
    double lead();
  }

  /// See [ConfidenceFeatures]. The log-odds that the archive answers: bias + Σ weight × feature.
  interface ConfidenceWeights {
    /// The log-odds that the archive answers, before any feature.
    @WithDefault("0.674")
    double bias();

    /// What the best BM25 score of a passage adds to them.
    @WithDefault("0.089")
    double words();

    /// What each passage adds that says the same words as the best sentence.
    @WithDefault("0.285")
    double agreement();

    /// What the reader's log-odds add that what it read of a passage answers, those of the passage
    /// that it thinks most of.
    @WithDefault("0.252")
    double read();

    /// What it adds that the best sentence carries nearly all rare words of the question.
    @WithDefault("0.651")
    double carried();

    /// What the logarithm of the number of passages searched adds, of at most 500.
    @WithDefault("-0.299")
    double size();
  }
}
