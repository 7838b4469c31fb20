package org.dossier.retrieval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How passages are retrieved.
@ConfigMapping(prefix = "dossier.retrieval")
public interface RetrievalConfig {
  /// The number of candidates that the lexical and the vector search each contribute to the fusion.
  @WithDefault("100")
  int candidatesPerSearch();

  /// The maximum number of passages returned as evidence.
  @WithDefault("12")
  int maxPassages();

  /// The maximum number of passages of one article among them; the thorough reading has its own
  /// limit.
  @WithDefault("3")
  int maxPassagesPerArticle();

  /// The weight of the lexical score in the fused score, 0 to 1; the rest is the vector score's.
  @WithDefault("0.15")
  double lexicalWeight();

  /// The number of articles of a publisher in a year that are compared to find the lines that
  /// belong to its pages, and therefore are no evidence; 0 for none.
  @WithDefault("200")
  int siteProfileArticles();

  /// The number of questions asked within the last hour whose embeddings, other spellings of names
  /// and reader predictions are cached; 0 for none.
  @WithDefault("500")
  int cacheSize();

  /// Reranking with the reader model.
  Rerank rerank();

  /// Reranking of more passages, for a question whose answer need not have words of the question:
  /// for a reason, a manner, a list, or yes or no.
  ThoroughReading thoroughReading();

  /// The weight of each feature in the selection of sentences for the reader model.
  SelectionWeights sentenceSelection();

  /// The first passages are reordered.
  interface Rerank {
    /// The number of first passages that the reader model reorders.
    @WithDefault("6")
    int passages();

    /// The maximum number of their sentences that the reader model reads, at least 1: most of the
    /// cost of a question.
    @WithDefault("8")
    int sentences();

    /// The weight of the reader's log-odds for a passage's best span, next to its fused score.
    @WithDefault("0.005")
    double weight();
  }

  /// With the values of [Rerank] and [#maxPassagesPerArticle()], these questions are read like
  /// those for a fact.
  interface ThoroughReading {
    /// The number of first passages that the reader model reorders for a reason, a manner, a list,
    /// or yes or no.
    @WithDefault("12")
    int passages();

    /// The maximum number of passages of one article for these questions.
    @WithDefault("5")
    int passagesPerArticle();

    /// The maximum number of sentences that the reader model reads for these questions, at least 1.
    @WithDefault("24")
    int sentences();
  }

  /// See [AnalyzedSentence].
  interface SelectionWeights {
    /// The weight of a sentence's coverage of the question's rare terms.
    @WithDefault("1.0")
    double coverage();

    /// The weight of containing something of the expected answer type.
    @WithDefault("0.5")
    double answerType();

    /// The weight of the fused score of its passage.
    @WithDefault("5.0")
    double evidence();

    /// The weight of its position at the beginning of an article.
    @WithDefault("0.5")
    double position();
  }
}
