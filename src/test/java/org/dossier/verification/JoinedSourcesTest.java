package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.verification.Verdict.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedSourcesTest {
  private static final RuleExamples EXAMPLES = new RuleExamples(new JoinedSources());
  private static final String BRIDGE = "Ada Quill opened the stone bridge on Tuesday.";
  private static final String PIER = "Tom Berg opened the wooden pier in 1989. He lives in Ousel.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tom Berg opened the stone bridge.",
        "Ada Quill opened the wooden pier on Tuesday.",
        "The stone bridge opened in 1989.",
        "Ada Quill lives in Ousel."
      })
  void aClauseOfTwoSourcesIsRejected(String statement) {
    assertThat(EXAMPLES.reason(statement, BRIDGE, PIER)).contains(Reason.JOINED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Quill opened the stone bridge, and Tom Berg opened the wooden pier in 1989.",
        "Quill opened the bridge after Berg had opened the pier.",
        "Tom Berg, who opened the wooden pier, lives in Ousel.",
        "The 1989 pier is wooden."
      })
  void clausesOfOneSourceEachAreAccepted(String statement) {
    assertThat(EXAMPLES.reason(statement, BRIDGE, PIER)).isEmpty();
  }
}
