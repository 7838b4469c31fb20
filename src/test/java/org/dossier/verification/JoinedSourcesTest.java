package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.junit.jupiter.api.Test;
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

  @Test
  void aNounThatOneSourceExplainsMayNameThePersonOfAnother() {
    var owner = "The yard's owner, Berg Metals, was warned in May that the pumps were too weak.";
    var answer = "A spokesman for Berg Metals said that the pumps had been replaced in June.";
    var other = "A spokesman for Quill Ferries said that the pumps had been replaced in June.";
    var statement = "The pumps were too weak, but the owner says they were replaced in June.";

    assertThat(EXAMPLES.reason(statement, owner, answer)).isEmpty();
    assertThat(EXAMPLES.reason(statement, owner, other)).contains(Reason.JOINED);
  }

  @Test
  void aPossessiveOfTheSourceIsNoOtherName() {
    var drug = "The drug was discovered by Henri Morel.";
    var maker =
        new Source("The maker, Corvane, lost a tenth of its value.", drug + "\nIt failed.", null);
    var cited = AnalyzedSources.of(List.of(new Source(drug, "", null), maker));

    assertThat(
            new JoinedSources()
                .findViolation(AnalyzedText.of("Henri Morel lost a tenth of his value."), cited))
        .isPresent();
    assertThat(
            new JoinedSources()
                .findViolation(AnalyzedText.of("Corvane lost a tenth of its value."), cited))
        .isEmpty();
  }
}
