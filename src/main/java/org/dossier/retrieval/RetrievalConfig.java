package org.dossier.retrieval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How passages are found.
@ConfigMapping(prefix = "dossier.retrieval")
public interface RetrievalConfig {
  /// How many passages words and vectors each propose before they are fused.
  @WithDefault("100")
  int candidates();

  /// How many passages are handed on as evidence.
  @WithDefault("12")
  int evidence();

  /// How many passages of one article may be among them.
  @WithDefault("3")
  int perArticle();

  /// The share of the words in the fused score, 0 to 1; the rest is the vectors'.
  @WithDefault("0.15")
  double wordsWeight();

  /// How many of the first passages are looked at closely, which decides their order.
  @WithDefault("6")
  int read();

  /// How many of their sentences the reader reads, those that promise most: most of what a question
  /// costs.
  @WithDefault("8")
  int sentences();

  /// For how many of the questions asked within the last hour their vectors and readings are
  /// remembered; 0 for none.
  @WithDefault("500")
  int remembered();

  /// What each sign of promise counts.
  SelectionWeights promise();

  /// What the reader's log-odds for a passage's best words count beside its fused score.
  @WithDefault("0.005")
  double readingWeight();

  /// See [SelectedSentence].
  interface SelectionWeights {
    /// What it counts for a sentence's promise how much of the question's rare words it carries.
    @WithDefault("1.0")
    double coverage();

    /// What it counts that it carries a thing of the kind asked for.
    @WithDefault("0.5")
    double askedFor();

    /// What the fused score of its passage counts.
    @WithDefault("5.0")
    double evidence();

    /// What it counts to stand at the beginning of an article.
    @WithDefault("0.5")
    double lead();
  }
}
