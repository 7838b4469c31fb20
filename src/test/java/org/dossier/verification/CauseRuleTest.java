package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.verification.Verdict.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseRuleTest {
  private static final RuleExamples EXAMPLES = new RuleExamples(new CauseRule());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The pier collapsed because the ferry was cancelled. | The ferry was cancelled because the pier collapsed.
          Because tourists stayed away, the river flooded the town. | The river flooded the town, which made tourists stay away.
          The mayor resigned because the bridge was closed. | The mayor resigned, and the bridge was closed.
          A delay at the dam caused a strike of the workers. | The delay at the dam was caused by a strike of the workers.
          """)
  void causeAndEffectAreNeitherExchangedNorInvented(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).contains(Reason.ROLES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Because the pier collapsed, the ferry was cancelled. | The ferry was cancelled because the pier collapsed.
          The trial was stopped because two patients fell ill. | Quill, who leads the trial, stopped it after two patients fell ill.
          Tourists stayed away because the river flooded the town. | The river flooded the town, which made tourists stay away.
          The ferry was cancelled because the pier collapsed. | The pier collapsed and caused the ferry to be cancelled.
          The ferry was cancelled because of the flood. | The ferry was cancelled after the flood.
          The ferry was cancelled. | The ferry was cancelled because the pier collapsed.
          """)
  void theSameCauseInOtherWordsIsAccepted(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).isEmpty();
  }
}
