package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.LinearWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasExpansionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What did the US do?                    | United States; U.S.; USA; U.S.A.; America; American
          What did the U.S. do?                  | United States; US; USA; U.S.A.; America; American
          How much grain did the UN send?        | U.N.; United Nations
          Did the United Nations send grain?     | UN; U.N.
          Which ship did Iran buy?               | Islamic Republic of Iran; Persia; Iranian
          Which ship did the Iranians buy?       | Iran; Islamic Republic of Iran; Persia; Iranian
          Where does the European Union meet?    | EU; E.U.;
          What did the Netherlands sell?         | Holland; Dutch
          What does the Harbour Safety Board do? | HSB
          what did the uk sell                   | United Kingdom; U.K.; Britain; Great Britain; British; Briton
          what did turkey sell                   | Türkiye; Turkish; Turk
          """)
  void otherNamesOfANameAreSearched(String question, String phrases) {
    assertThat(AliasExpansion.expandedQuery(question)).isEqualTo(List.of(phrases.split("; ?")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What did they give us?",
        "what did they give us",
        "who polished it",
        "What did Moscow say?",
        "What did Ada Berg say?",
        "Which ship sank?",
        ""
      })
  void otherQuestionsAreNotExpanded(String question) {
    assertThat(AliasExpansion.expandedQuery(question)).isEmpty();
  }

  @Test
  void atMostTwelvePhrasesAreSearched() {
    assertThat(AliasExpansion.expandedQuery("Did the US, UK, EU, UN, Iran, Iraq and Oman vote?"))
        .hasSize(12)
        .startsWith("United States", "United Kingdom", "E.U.", "U.N.");
  }

  /// A question may have 2,000 characters.
  @Test
  void namesAreExpandedInLinearTime() {
    LinearWork.verify(2_000, AliasExpansion::expandedQuery);
  }
}
