package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.verification.analysis.AnalyzedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolarityRuleTest {
  private static final String SIGNED =
      "Ada Quill and the Lune council signed the ferry contract on Friday.";
  private static final String NOT_SIGNED =
      "Ada Quill did not sign the ferry contract, and the council has no longer any plans.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Quill and the Lune council avoided signing the ferry contract on Friday.",
        "Ada Quill and the Lune council almost signed the ferry contract on Friday.",
        "Ada Quill and the Lune council put off signing the ferry contract on Friday.",
        "Ada Quill and the Lune council didnt sign the ferry contract on Friday.",
        "Ada Quill and the Lune council have yet to sign the ferry contract.",
        "Ada Quill and the Lune council seldom signed the ferry contract.",
        "Ada Quill and the Lune council were unable to sign the ferry contract.",
        "Ada Quill was far from signing the ferry contract.",
        "It is untrue that Ada Quill signed the ferry contract."
      })
  void aNegationInOtherWordsIsNoSupport(String statement) {
    assertThat(violates(statement, SIGNED)).isTrue();
    assertThat(violates(SIGNED, statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Quill refused to sign the ferry contract.",
        "Ada Quill declined to sign the ferry contract.",
        "Ada Quill avoided signing the ferry contract."
      })
  void anotherNegationOfTheSameVerbIsSupported(String statement) {
    assertThat(violates(statement, NOT_SIGNED)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Almost 500 ferries sailed.", "Nearly all ferries sailed."})
  void aBoundOfAnAmountIsNoNegation(String statement) {
    assertThat(violates(statement, "500 ferries sailed, nearly all there were.")).isFalse();
  }

  @Test
  void aNegatingVerbWithoutAnObjectIsANegation() {
    assertThat(violates("The repairs failed.", "The repairs took nine weeks.")).isTrue();
    assertThat(violates("The repairs failed.", "The repairs of the ferry failed.")).isFalse();
  }

  @Test
  void aNegatingPrefixIsANegation() {
    assertThat(violates("No details were disclosed.", "The details are undisclosed.")).isFalse();
    assertThat(violates("The details were disclosed.", "The details are undisclosed.")).isTrue();
  }

  @Test
  void bothSidesOfAContrastMayBeReworded() {
    var source = "The easy repairs come first, and the complicated ones follow.";

    assertThat(violates("The simple repairs come first, the complex ones later.", source))
        .isFalse();
    assertThat(violates("The simple repairs follow.", "The complicated repairs follow.")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The storm has delayed the ferry.                  | The storm has not caused any delays of the ferry.
          The harbour admitted that it had ignored the crack. | The harbour denied that it had ignored the crack.
          Pedestrians are allowed on the bridge.            | Pedestrians are forbidden on the bridge.
          All ferries sailed.                               | None of the ferries sailed.
          A fisherman was injured on the bridge.            | A fisherman was killed on the bridge.
          Ada Quill called for a second bridge.             | Ada Quill rejected calls for a second bridge.
          The bridge is harmless.                           | The bridge is dangerous.
          The state firms of Lune should grow.              | The private firms of Lune should grow.
          The bridge is larger than the pier.               | The bridge is smaller than the pier.
          """)
  void theOppositeIsNoSupport(String statement, String source) {
    assertThat(violates(statement, source)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The harbour said that it had not ignored the crack. | The harbour denied that it had ignored the crack.
          It is not true that the harbour ignored the crack, it says. | The harbour denied that it had ignored the crack.
          Transporting fish on the bridge is forbidden.     | No fish may be transported on the bridge.
          Ada Quill may not fish from the pier.             | Ada Quill is banned from fishing from the pier.
          It is not yet clear whether a ferry will sail.    | Whether a ferry will sail depends on the weather.
          The second and last race was on Monday.           | The second and final race was on Monday, after the first in May.
          All eleven sailors were rescued, and two are ill. | Eleven sailors were rescued, two of them are ill, and none died.
          The pier is larger than the bridge.               | The bridge is smaller than the pier.
          The town has not declared an emergency.           | While the district declared an emergency, the town has issued no such declaration.
          The council would not make ferries smaller.      | The council refused to reduce the size of ferries.
          The ferry was hardly damaged.                     | The ferry was only slightly damaged.
          Passengers cannot take dogs with them.            | The club complains that dogs cannot be taken along.
          """)
  void theSameInOtherWordsIsSupported(String statement, String source) {
    assertThat(violates(statement, source)).isFalse();
  }

  private static boolean violates(String statement, String source) {
    return new PolarityRule()
        .findViolation(
            AnalyzedText.of(statement), AnalyzedSources.of(List.of(new Source(source, "", null))))
        .isPresent();
  }
}
