package org.dossier.retrieval;

/// The ranges of the settings of retrieval.
final class RetrievalRanges {
  private RetrievalRanges() {}

  /// @throws InvalidRetrievalSettingsException naming the first setting that is out of range
  static void check(RetrievalConfig config) {
    atLeast(1, "candidates-per-search", config.candidatesPerSearch());
    atLeast(1, "max-passages", config.maxPassages());
    atLeast(1, "max-passages-per-article", config.maxPassagesPerArticle());
    atLeast(0, "cache-size", config.cacheSize());
    atLeast(0, "site-profile-articles", config.siteProfileArticles());
    atLeast(0, "rerank.passages", config.rerank().passages());
    atLeast(1, "rerank.sentences", config.rerank().sentences());
    var reading = config.thoroughReading();
    atLeast(0, "thorough-reading.passages", reading.passages());
    atLeast(1, "thorough-reading.passages-per-article", reading.passagesPerArticle());
    atLeast(1, "thorough-reading.sentences", reading.sentences());
    if (!(config.lexicalWeight() >= 0 && config.lexicalWeight() <= 1)) {
      throw new InvalidRetrievalSettingsException(
          "lexical-weight", "is %s, but must be from 0 to 1".formatted(config.lexicalWeight()));
    }
  }

  private static void atLeast(int least, String setting, int value) {
    if (value < least) {
      throw new InvalidRetrievalSettingsException(
          setting, "is %d, but must be at least %d".formatted(value, least));
    }
  }
}
