package org.dossier.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.search.Term;
import org.dossier.search.TermAnalyzer;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;

final class LuceneTermAnalyzerTest {
  private static final TermAnalyzer ANALYZER = LuceneTermAnalyzer.INSTANCE;

  @Test
  void termsAreStemsWithTheirSpans() {
    assertThat(ANALYZER.terms("The Ministers' meetings", "en"))
        .containsExactly(new Term("minist", new Span(4, 13)), new Term("meet", new Span(15, 23)));
  }

  @Test
  void spansCountUtf16Units() {
    var text = "\uD83D\uDEA2 Zoë's ferry";

    assertThat(ANALYZER.terms(text, "en"))
        .extracting(term -> term.span().of(text))
        .contains("Zoë's", "ferry");
  }

  @Test
  void theScriptDecidesIfNoLanguageIsGiven() {
    assertThat(ANALYZER.terms("новых причалов", null))
        .isEqualTo(ANALYZER.terms("новых причалов", "ru"));
  }

  @Test
  void textsWithoutWordsHaveNoTerms() {
    assertThat(ANALYZER.terms("", null)).isEmpty();
    assertThat(ANALYZER.terms(" … ", "en")).isEmpty();
  }

  @Test
  void inflectedFormsOfQuestionWordsAreHighlighted() {
    var text = "Three ministers met; the minister of trade was late.";

    assertThat(ANALYZER.findShared("Which minister was late?", text, "en"))
        .extracting(span -> span.of(text))
        .containsExactly("ministers", "minister", "late");
  }

  @Test
  void charactersThatNobodySeesDivideNoWord() {
    var text = "Kalten\u00adbrunn wrote on CO₂";

    assertThat(ANALYZER.terms(text, "en"))
        .extracting(term -> term.text() + "=" + term.span().of(text))
        .contains("kaltenbrunn=Kalten\u00adbrunn", "co2=CO₂");
    assertThat(ANALYZER.terms("25¹ people", "en")).extracting(Term::text).contains("25");
  }
}
