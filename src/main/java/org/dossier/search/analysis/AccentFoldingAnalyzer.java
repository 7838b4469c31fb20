package org.dossier.search.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Removes accents from letters, for languages to which accents are foreign: "Zoe" finds "Zoë".
final class AccentFoldingAnalyzer extends AnalyzerWrapper {
  private final Analyzer rules;

  AccentFoldingAnalyzer(Analyzer rules) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.rules = rules;
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return rules;
  }

  @Override
  protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
    return new TokenStreamComponents(
        components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
  }
}
