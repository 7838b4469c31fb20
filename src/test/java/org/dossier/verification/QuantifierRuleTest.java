package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.verification.Verdict.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantifierRuleTest {
  private static final RuleExamples EXAMPLES = new RuleExamples(new QuantifierRule());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          All towns paid for the bridge. | Several towns paid for the bridge.
          Every ferry was late. | The ferries were late.
          All ferries were late. | Various ferries were late.
          Most engineers attended the meeting. | A number of engineers attended the meeting.
          The contract covers only the ferry. | The contract covers the ferry and the pier.
          All 214 ferries were late. | Of the 214 ferries, 61 were late.
          Few engineers attended the meeting. | Dozens of engineers attended the meeting.
          The harbour is entirely closed. | The harbour is closed.
          """)
  void aStrongerQuantifierIsRejected(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).contains(Reason.QUANTIFIER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          All towns paid for the bridge. | Every town paid for the bridge.
          Both towns paid for all of the bridge. | The towns fully paid for the bridge.
          Only five towns paid. | Just five towns paid.
          Most ferries were late. | The majority of the ferries were late.
          All ferries were late. | The various ferries were late.
          All eleven sailors were rescued. | Eleven sailors were rescued.
          A few engineers came. | Some engineers came.
          The most popular ferry was not late at all. | The popular ferry was on time.
          Towns paid for the bridge. | All towns paid for the bridge.
          """)
  void theSameOrAWeakerQuantifierIsAccepted(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).isEmpty();
  }
}
