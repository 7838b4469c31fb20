package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.List;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.Verdict.Supported;
import org.dossier.verification.Verdict.Unsupported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Specification: the rows of both tables are examples of the conditions in
/// docs/explanation/verification.md. Misjudged real sentences are regressions and belong to
/// `statements.jsonl`, which [HandWrittenStatementsTest] reads.
class StatementVerifierTest {
  private static final LocalDate FRIDAY = LocalDate.of(2011, 11, 11);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The bridge opened on 11 November 2011. | The bridge opened on November 11, 2011.
          The bridge opened on 11 November 2011. | The bridge opened on Friday.
          The bridge opened on Friday, November 11, 2011. | On Friday the bridge opened.
          The bridge opened in November 2011. | The bridge opened on 11 November 2011.
          The bridge cost 2,000,000 crowns. | The bridge cost two million crowns.
          The bridge cost £2m. | The bridge cost £2 million.
          The bridge carries 25 percent of the traffic. | The bridge carries 25 % of the traffic.
          Half of the traffic, 50 %, crosses it. | Half of the traffic crosses it.
          Both towns paid for the bridge. | The two towns paid for the bridge.
          The works took two weeks. | The works took 14 days.
          Lavrov opened the bridge. | Sergei Lavrov opened the bridge.
          Sergey Lavrov opened the bridge. | Sergei Lavrov opened the bridge.
          The UN paid for the bridge. | The United Nations paid for the bridge.
          The GDP of Lune grew. | The gross domestic product of Lune grew.
          The United Nations paid for the bridge. | The UN paid for the bridge.
          Norwegian engineers built the bridge. | Engineers from Norway built the bridge.
          Berg said: “The bridge is safe.” | "The bridge is safe", Berg said.
          Berg called it “safe … and sound”. | Berg called it "safe, strong and sound".
          The bridge was built by Berg. | Berg built the bridge.
          The Lune Bridge, which was built by Berg, is closed. | The Lune Bridge, built by Berg in 1989, is closed.
          It is impossible to cross the bridge. | It is not possible to cross the bridge.
          """)
  void notationVariantsAreSupported(String statement, String source) {
    assertThat(RealStatementVerifier.verify(statement, source, "", FRIDAY))
        .isInstanceOf(Supported.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NUMBER    | The bridge cost three million crowns. | The bridge cost two million crowns.
          NUMBER    | The bridge cost 2 million dollars. | The bridge cost 2 million euros.
          NUMBER    | Traffic grew by 25 percent. | Traffic grew by 25 cars.
          NUMBER    | Fewer than 500 cars crossed the bridge. | More than 500 cars crossed the bridge.
          NUMBER    | The bridge has 5 lanes and 3 arches. | The bridge has 3 lanes and 5 arches.
          NUMBER    | It is the fourth bridge over the river. | It is the third bridge over the river.
          NUMBER    | Traffic fell from 30 to 20 cars. | Traffic fell from 20 to 30 cars.
          DATE      | The bridge opened on 12 November 2011. | The bridge opened on Friday.
          DATE      | The bridge opened on 11 November 2011. | The bridge opened in November 2011.
          DATE      | The bridge opened in 1999. | The bridge opened in 1989.
          NAME      | Moscow paid for the bridge. | Russia paid for the bridge.
          NAME      | Sergei Berg opened the bridge with Ada Lavrov. | Ada Berg opened the bridge with Sergei Lavrov.
          NAME      | Iraq paid for the bridge. | Iran paid for the bridge.
          NAME      | Albert I opened the bridge. | Albert V opened the bridge.
          QUOTATION | Berg said: “The bridge is quite safe.” | "The bridge is safe", Berg said.
          QUOTATION | Berg called it “a triumph”. | Berg was pleased with the bridge.
          ROLES     | Quill praised Berg for the bridge. | Berg praised Quill for the bridge.
          ROLES     | Berg was praised by Quill. | Berg praised Quill.
          NEGATION  | The bridge is not safe. | The bridge is safe.
          NEGATION  | The bridge is safe. | The bridge is not safe.
          NEGATION  | The council rejected the bridge. | The council approved the bridge.
          NEGATION  | Traffic over the bridge fell. | Traffic over the bridge rose.
          MEANING   | The mayor grows roses in her garden. | The bridge opened in the rain.
          """)
  void unsupportedStatementsAreRejectedWithTheirReason(
      Reason reason, String statement, String source) {
    assertThat(RealStatementVerifier.verify(statement, source, "", FRIDAY))
        .asInstanceOf(type(Unsupported.class))
        .extracting(Unsupported::reason)
        .isEqualTo(reason);
  }

  @Test
  void theDetailNamesTheOffendingPart() {
    assertThat(
            RealStatementVerifier.verify(
                "The bridge cost 40 crowns.", "The bridge cost 30 crowns."))
        .asInstanceOf(type(Unsupported.class))
        .extracting(Unsupported::detail)
        .isEqualTo("the number “40” is in no source");
  }

  @Test
  void theContextCompletesANameAndResolvesAPronoun() {
    var context = "Ada Quill, the mayor of Lune, spoke to reporters.";

    assertThat(
            RealStatementVerifier.verify(
                "Ada Quill opened the bridge.", "Quill opened the bridge.", context, null))
        .isInstanceOf(Supported.class);
    assertThat(
            RealStatementVerifier.verify(
                "Quill opened the bridge.", "She opened the bridge.", context, null))
        .isInstanceOf(Supported.class);
  }

  @Test
  void aPronounBeforeAllNamesMayMeanAPersonOfTheContext() {
    var context = "Ada Quill, the mayor of Lune, wrote many letters.";
    var source = "In one of them she asks Tom Berg to close the old bridge.";

    assertThat(
            RealStatementVerifier.verify(
                "Quill asked Berg to close the old bridge.", source, context, null))
        .isInstanceOf(Supported.class);
    assertThat(
            RealStatementVerifier.verify(
                "In one of them Quill asks to close the old bridge.", source, context, null))
        .isInstanceOf(Supported.class);
    assertThat(
            RealStatementVerifier.verify(
                "Quill asks to close the old bridge.",
                "Tom Berg asks her to close the old bridge.",
                context,
                null))
        .isInstanceOf(Unsupported.class);
  }

  @Test
  void theContextDoesNotReplaceAName() {
    assertThat(
            RealStatementVerifier.verify(
                "Berg opened the bridge.",
                "Quill opened the bridge.",
                "Berg stood beside her.",
                null))
        .asInstanceOf(type(Unsupported.class))
        .extracting(Unsupported::reason)
        .isEqualTo(Reason.NAME);
  }

  @Test
  void theContextContributesADateUnlessOneIsOmitted() {
    assertThat(
            RealStatementVerifier.verify(
                "The bridge opened on 11 November 2011.", "The bridge opened.", "", FRIDAY))
        .isInstanceOf(Supported.class);
    assertThat(
            RealStatementVerifier.verify(
                "The bridge opened in 2011.", "The bridge opened in 1989.", "", FRIDAY))
        .isInstanceOf(Unsupported.class);
  }

  @Test
  void severalSourcesAreCombined() {
    var sources =
        List.of(
            new Source("The bridge opened on Tuesday.", "", LocalDate.of(2024, 3, 5)),
            new Source("The repairs of the bridge took nine weeks.", "", null));

    assertThat(
            RealStatementVerifier.verifier()
                .verify("The bridge opened on 5 March 2024 after repairs of nine weeks.", sources))
        .isInstanceOf(Supported.class);
  }

  @Test
  void aStatementWithoutSourcesOrWordsIsNotSupported() {
    assertThat(RealStatementVerifier.verifier().verify("The bridge is safe.", List.of()))
        .asInstanceOf(type(Unsupported.class))
        .extracting(Unsupported::reason)
        .isEqualTo(Reason.SOURCE);
    assertThat(RealStatementVerifier.verify(" ", "The bridge is safe."))
        .asInstanceOf(type(Unsupported.class))
        .extracting(Unsupported::reason)
        .isEqualTo(Reason.LENGTH);
  }

  @Test
  void similarStatementsRankHigherEvenIfRejected() {
    var source = "The bridge over the Lune opened on Tuesday after repairs that took nine weeks.";

    var near =
        RealStatementVerifier.verify("The bridge over the Lune opened after eight weeks.", source);
    var far = RealStatementVerifier.verify("The ferry to Ousel sank with eight sailors.", source);

    assertThat(near).isInstanceOf(Unsupported.class);
    assertThat(near.support()).isGreaterThan(far.support());
  }
}
