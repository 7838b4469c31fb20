package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.verification.Verdict.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModalityRuleTest {
  private static final RuleExamples EXAMPLES = new RuleExamples(new ModalityRule());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lune built two bridges. | Lune plans to build two bridges.
          Lune has signed the contract. | Lune is expected to sign the contract.
          The bridge was repaired in May. | The contract provides for the bridge to be repaired in May.
          The council closed the ferry. | The mayor urged the council to close the ferry.
          The harbour has put the money into a ferry. | It is possible that the harbour has put the money into a ferry.
          The towns took part in the fair. | The towns would take part in the fair.
          Ousel poisoned the river. | Lune has accused Ousel of having poisoned the river.
          The flood was caused by the dam. | The mayor claims that the flood was caused by the dam.
          The guard stole the money. | The guard denied that he stole the money.
          """)
  void whatIsPlannedOrClaimedIsNoFact(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).contains(Reason.MODALITY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lune plans to build two bridges. | Lune plans to build two bridges.
          Lune built two bridges. | Lune, which plans a third, built two bridges.
          The contract was signed in May. | Lune signed the contract in May and will renew it.
          The mayor managed the repair. | The mayor managed to finish the repair.
          Lune accuses Ousel of having poisoned the river. | Lune has accused Ousel of having poisoned the river.
          According to the mayor, the dam caused the flood. | The mayor claims that the flood was caused by the dam.
          The contract is renewed if neither town objects. | The contract will be renewed if neither town objects.
          The council wanted the ferry closed. | The council urged the mayor to close the ferry.
          The bridge opened. | The bridge opened, the mayor said.
          """)
  void whatIsDoneOrAttributedIsAccepted(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).isEmpty();
  }
}
