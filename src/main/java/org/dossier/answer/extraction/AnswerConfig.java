package org.dossier.answer.extraction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How an answer is selected, and when the archive abstains. `src/training` learns the weights;
/// docs/explanation/answering.md explains each of them and the data it was learned from.
@ConfigMapping(prefix = "dossier.answer")
public interface AnswerConfig {
  /// The maximum number of statements of an extractive answer; most kinds of questions get fewer.
  @WithDefault("7")
  int maxStatements();

  /// The confidence, 0 to 1, below which statements are shown as related, not as an answer.
  @WithDefault("0.52")
  double minConfidence();

  /// The relevance of the evidence, 0 to 1, below which the archive abstains.
  @WithDefault("0.2")
  double minRelevance();

  /// The maximum number of statements that are shown as related.
  @WithDefault("5")
  int maxRelatedStatements();

  /// The number of nearest articles that an abstention names.
  @WithDefault("3")
  int nearestArticles();

  /// The weight of each feature in the score of a sentence.
  SentenceWeights sentence();

  /// The weight of each feature in the confidence.
  ConfidenceWeights confidence();

  /// See [SentenceFeatures].
  interface SentenceWeights {
    /// The weight of the reader's log-odds for the sentence's best span.
    @WithDefault("0.2")
    double reader();

    /// The weight of the reader's log-odds that the sentence answers as a whole.
    @WithDefault("0.1")
    double wholeSentence();

    /// The weight of its coverage of the question's terms.
    @WithDefault("4.0")
    double coverage();

    /// The weight of containing something of the expected answer type.
    @WithDefault("1.0")
    double answerType();

    /// The weight of the fused score of its passage.
    @WithDefault("8.0")
    double evidence();

    /// The weight of its position at the beginning of an article.
    @WithDefault("0.7")
    double position();
  }

  /// See [ConfidenceFeatures]. The log-odds that the archive answers: bias + Σ weight × feature.
  interface ConfidenceWeights {
    /// The log-odds that the archive answers, before any feature.
    @WithDefault("-0.173")
    double bias();

    /// The weight of the highest BM25 score of a passage.
    @WithDefault("0.089")
    double bm25();

    /// The weight of the number of passages whose answer is that of the best sentence.
    @WithDefault("0.285")
    double agreement();

    /// The weight of the reader's highest answerability log-odds over the passages it read.
    @WithDefault("0.252")
    double readerAnswerability();

    /// The weight of the best sentence containing nearly all rare terms of the question.
    @WithDefault("0.651")
    double fullCoverage();

    /// The weight of the logarithm of the number of passages searched, at most 500.
    @WithDefault("-0.299")
    double logArchiveSize();
  }
}
