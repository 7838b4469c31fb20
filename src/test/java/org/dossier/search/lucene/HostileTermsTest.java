package org.dossier.search.lucene;

import org.dossier.LinearWork;
import org.dossier.search.analysis.LuceneTermAnalyzer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTermsTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "th"})
  void analysisGrowsLinearly(String language) {
    LinearWork.verify(40_000, text -> LuceneTermAnalyzer.INSTANCE.terms(text, language));
  }
}
