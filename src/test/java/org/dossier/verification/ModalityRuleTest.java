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
          The council cut the grant for the ferry. | The council plans to cut the grant for the ferry.
          The club received a public grant. | The club says it may have to seek a public grant.
          """)
  void whatIsPlannedIsNotDone(String statement, String source) {
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
          The contract is renewed if neither town objects. | The contract will be renewed if neither town objects.
          The council wanted the ferry closed. | The council urged the mayor to close the ferry.
          Some 2,000 visitors were flown out. | Some 2,000 tourists had to be flown out by helicopter.
          Two tugs helped to free the ferry. | The harbour used two tugs to help free the ferry.
          The people of Lune need a bridge, where swans breed. | A bridge is to be built for the people of Lune near a place for breeding swans.
          """)
  void whatIsDoneIsAccepted(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The mayor will close the ferry. | The mayor might close the ferry if the towns agree.
          The race will start earlier. | The club is considering an earlier start of the race.
          The council will repair the bridge. | Lune urged the council to repair the bridge.
          The council has approved the sale. | The sale needs the approval of the council.
          """)
  void whatIsPossibleIsNotCertain(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).contains(Reason.MODALITY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The mayor will close the ferry. | The mayor is to close the ferry in May.
          The mayor may close the ferry. | The mayor might close the ferry if the towns agree.
          The council will repair the bridge. | Lune urged the council to repair the bridge, which it will repair in May.
          The council has approved the sale. | After the approval by the council, the sale needs a buyer.
          """)
  void whatIsCertainIsAccepted(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).isEmpty();
  }
}
