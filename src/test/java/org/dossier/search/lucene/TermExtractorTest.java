package org.dossier.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.search.Term;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;

final class TermExtractorTest {

  @Test
  void termsAreStemsWithTheirPlaces() {
    assertThat(TermExtractor.of("The Ministers' meetings", "en"))
        .containsExactly(new Term("minist", new Span(4, 13)), new Term("meet", new Span(15, 23)));
  }

  @Test
  void placesCountCharactersAsJavaDoes() {
    var text = "\uD83D\uDEA2 Zoë's ferry";

    assertThat(TermExtractor.of(text, "en"))
        .extracting(term -> term.span().of(text))
        .contains("Zoë's", "ferry");
  }

  @Test
  void withoutALanguageTheScriptDecides() {
    assertThat(TermExtractor.of("новых причалов", null))
        .isEqualTo(TermExtractor.of("новых причалов", "ru"));
  }

  @Test
  void nothingHasNoTerms() {
    assertThat(TermExtractor.of("", null)).isEmpty();
    assertThat(TermExtractor.of(" … ", "en")).isEmpty();
  }

  @Test
  void theWordsOfAQuestionAreHighlightedInTheirOtherForms() {
    var text = "Three ministers met; the minister of trade was late.";

    assertThat(TermExtractor.findShared("Which minister was late?", text, "en"))
        .extracting(span -> span.of(text))
        .containsExactly("ministers", "minister", "late");
  }
}
