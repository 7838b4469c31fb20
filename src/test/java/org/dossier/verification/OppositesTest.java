package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.verification.Verdict.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OppositesTest {
  private static final RuleExamples EXAMPLES = new RuleExamples(new PolarityRule());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sales rose by 4 percent in May. | Sales fell by 4 percent in May, while the profit rose slightly.
          They signed a petition for the closure. | They signed a petition against the closure.
          The train to Lune was late. | The train from Lune was late.
          Quill bought the ferry. | Quill sold the ferry.
          The mayor did not abstain from the vote. | The mayor abstained from the vote.
          The workers declined treatment for burns. | The workers were treated for burns.
          His husband opened the new ferry. | His wife opened the new ferry.
          The former mayor opened the ferry. | The current mayor opened the ferry.
          The ferry left before the storm. | The ferry left after the storm.
          The ferry has no restriction. | The ferry runs with a restriction.
          """)
  void anOppositeIsNoSupport(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).contains(Reason.NEGATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sales fell by 4 percent and the profit rose. | Sales fell by 4 percent in May, while the profit rose slightly.
          Six or more ships turned back. | At least six ships turned back.
          Sixty runners dropped out of the race. | Sixty runners gave up in the race.
          The pupils went without lessons. | The pupils missed lessons.
          No link has been proven. | A link with the drug had not been proven.
          Kovac lost to Weaver in the race. | Weaver beat Kovac in the race.
          All ferries will stay open. | No ferry will be closed.
          The board decides after it has examined the data. | The board examines the data before it decides.
          They signed a petition for a bridge. | They signed a petition against the ferry and for a bridge.
          The ferry runs with no restriction in the harbour. | The ferry runs in the harbour without any restriction.
          The song was first recorded for the new harbour museum. | The song was initially recorded for the harbour and is on a new album.
          Early data link the harbour to the leak. | The current data, which are preliminary, link the harbour to the leak.
          Ada became queen of Lune when her mother died. | Ada, the daughter of the queen of Lune, became queen when the old queen died.
          Vinci won in the Lune Open semifinals in 2015. | Vinci won in the closed hall of Lune in the semifinals in 2015.
          It sold nearer to 100 tickets in Lune. | It stands best in Lune so far, with tickets sold closer to 100.
          A day before Ohm, Quill said it would recall cars. | Ohm acted a day after Quill said it would recall cars.
          """)
  void theSameInOtherWordsIsAccepted(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).isEmpty();
  }
}
