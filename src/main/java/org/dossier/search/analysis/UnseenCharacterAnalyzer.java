package org.dossier.search.analysis;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;

/// Reads over characters that do not divide a word, although the tokenizer would divide it there:
/// soft hyphens, zero-width spaces, subscript digits ("CO₂" is found by "CO2"). Offsets are those
/// of the original text.
final class UnseenCharacterAnalyzer extends AnalyzerWrapper {
  private static final NormalizeCharMap CHARACTERS = characters();

  private final Analyzer rules;

  UnseenCharacterAnalyzer(Analyzer rules) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.rules = rules;
  }

  private static NormalizeCharMap characters() {
    var map = new NormalizeCharMap.Builder();
    for (char unseen : "\u00ad\u200b\u200e\u200f\u2060\ufeff".toCharArray()) {
      map.add(String.valueOf(unseen), "");
    }
    for (int digit = 0; digit <= 9; digit++) {
      map.add(Character.toString('₀' + digit), Integer.toString(digit));
    }
    return map.build();
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return rules;
  }

  @Override
  protected Reader wrapReader(String field, Reader reader) {
    return new MappingCharFilter(CHARACTERS, reader);
  }
}
