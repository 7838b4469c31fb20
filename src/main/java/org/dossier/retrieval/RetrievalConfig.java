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

  /// How many of the first passages are read for what answers the question, which decides their
  /// order. Reading is most of what a question costs.
  @WithDefault("6")
  int read();

  /// What the reader's log-odds for a passage's best words count beside its fused score.
  @WithDefault("0.01")
  double readingWeight();
}
