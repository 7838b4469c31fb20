package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.verification.analysis.AnalyzedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationRuleTest {
  private static final String SOURCE =
      "“We have to be careful about this so-called ‘broken window’ idea,” he said, “that 9.1 % of"
          + " us hold — wrongly.”";

  private static boolean isSupported(String statement) {
    var analyzedSources = AnalyzedSources.of(List.of(new Source(SOURCE, "", null)));
    return new QuotationRule().findViolation(AnalyzedText.of(statement), analyzedSources).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He spoke of a \"broken window\".",
        "He warned: “We have to be careful about this so-called ‘broken window’ idea.”",
        "“… careful about this so-called 'broken window' idea”, he said.",
        "He said “we have to be careful about this … ‘broken window’ idea”.",
        "He said “we have to be careful about this [strange] so-called ‘broken window’ idea”.",
        "It is an idea “that 9.1 % of us hold – wrongly”.",
        "He didn't say why it's so."
      })
  void wordsOfTheSourceAreAccepted(String statement) {
    assertThat(isSupported(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He said: “We need to be careful about this idea.”",
        "He said “careful … we have to be”.",
        "It is an idea “that 9.2 % of us hold”.",
        "He warned of ‘broken windows everywhere’.",
        "He said: “We have to be careless"
      })
  void otherWordsInQuotationMarksAreRejected(String statement) {
    assertThat(isSupported(statement)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Quill said “the ferry … will be repaired”.  | Quill said that the ferry cannot sail and that the pier will be repaired.
          Quill said “Lune … pays for the bridge”.    | Quill said "Lune hopes that Ousel pays for the bridge".
          """)
  void anEllipsisJoinsNoTwoStatements(String statement, String source) {
    assertThat(new RuleExamples(new QuotationRule()).reason(statement, source)).isPresent();
  }

  @Test
  void anEllipsisOmitsWordsOfOneStatement() {
    var source = "Quill said that the ferry, the oldest in the country, will be repaired.";

    assertThat(
            new RuleExamples(new QuotationRule())
                .reason("Quill said “the ferry … will be repaired”.", source))
        .isEmpty();
  }

  @Test
  void anApostropheIsNotAQuotation() {
    assertThat(QuotationRule.quotations("The workers' strike isn't over, it's growing.")).isEmpty();
  }
}
