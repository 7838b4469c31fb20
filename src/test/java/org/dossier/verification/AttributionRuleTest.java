package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.verification.Verdict.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionRuleTest {
  private static final RuleExamples EXAMPLES = new RuleExamples(new AttributionRule());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ousel poisoned the river. | Lune has accused Ousel of having poisoned the river.
          Ousel has ignored warnings about the dam. | The town accused Ousel of having ignored warnings about the dam.
          The flood was caused by the dam. | The mayor claims that the flood was caused by the dam.
          The guard stole the money. | The guard denied that he stole the money.
          A private collector stole the picture. | It is not known who stole the picture; Quill suspects a private collector.
          Up to 80 ferries will be sold. | The union fears that up to 80 ferries could be sold.
          Quill will lead the club. | The coach did not comment on reports that Quill will lead the club.
          """)
  void whatIsClaimedIsNoFact(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).contains(Reason.MODALITY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The bridge was repaired twice. | The mayor said that the bridge was repaired twice.
          The bridge was repaired twice. | The bridge was repaired twice, the mayor of Lune said.
          The bridge was repaired twice. | The bridge was repaired twice, the mayor said.
          The bridge is safe. | The bridge is safe, police said.
          The ferry will be repaired. | The ferry will be repaired, officials said.
          No ferry will be sold. | "No ferry will be sold," Ada Quill told reporters.
          The bridge was repaired twice. | According to the mayor, the bridge was repaired twice.
          """)
  void whatSomeoneSaysIsNoFact(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).contains(Reason.MODALITY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lune accuses Ousel of having poisoned the river. | Lune has accused Ousel of having poisoned the river.
          According to the mayor, the dam caused the flood. | The mayor claims that the flood was caused by the dam.
          The bridge was repaired twice, the mayor said. | The mayor said that the bridge was repaired twice.
          Quill promises that no ferry will be sold. | "No ferry will be sold," Ada Quill told reporters.
          Quill sees no danger for the ferries. | Ada Quill said that there was no danger for the ferries.
          The bridge was repaired twice. | The bridge was repaired twice. It is safe, the mayor said.
          Eleven sailors were rescued. | Eleven sailors were rescued from the ferry, police said.
          The bridge and the pier. | The bridge and the pier are closed, the mayor said.
          The council held a meeting on the bridge. | The council held a meeting on the bridge.
          """)
  void whatIsAttributedOrStatedIsAccepted(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).isEmpty();
  }
}
