package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.Verdict.Supported;
import org.dossier.verification.Verdict.Unsupported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words that no source says, and words that only retell the sources.
class AddedWordTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The council secretly approved the ferry contract.     | The council approved the ferry contract.
          Lune and Ousel signed a trade and military agreement. | Lune and Ousel signed a trade agreement.
          The harbour bought three illegal cranes.              | The harbour bought three cranes.
          The town plans a new weapons factory at the river.    | The town plans a new textile factory at the river.
          The talks about the ferry collapsed on Monday.        | The talks about the ferry took place on Monday.
          Ada Quill regretted that the bridge was repaired.     | Ada Quill was pleased that the bridge was repaired.
          A fisherman was murdered on the pier.                 | A fisherman was killed on the pier.
          The water of the harbour changed dangerously in May.  | The water of the harbour changed in May, too, as it seems to do at sea.
          Ada Quill, president of the university, opened it.    | Ada Quill, professor at the university, opened it.
          Ada Quill, a professor of music, found the letters.   | Ada Quill, a student of music, found the letters.
          The government said that the offer was too low.       | According to the sailors' union, the offer was too low.
          """)
  void aWordThatNoSourceSaysIsAnAddition(String statement, String source) {
    assertThat(RealStatementVerifier.verify(statement, source))
        .asInstanceOf(type(Unsupported.class))
        .extracting(Unsupported::reason)
        .isEqualTo(Reason.ADDITION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A fisherman died when the pier collapsed.             | A fisherman was killed when the pier collapsed.
          The town settled the dispute about the ferry.         | The town resolved the dispute about the ferry.
          The firm sells fish to shops in Lune.                 | The company sells fish to shops in Lune.
          The council wants to speed up the repair.             | The council urged that the repair be accelerated.
          Prices of fish jumped in March.                       | Fish prices rose in March.
          The ferry's administrators live in Lune.              | The administration of the ferry lives in Lune.
          The contract covers the ferry, including its crew.    | The contract is about the ferry and its crew.
          The cooperation of the two towns will continue.       | The two towns will go on cooperating.
          The contract expired in May.                          | The contract came to an end in May.
          The mayor ruled out a second bridge.                  | The mayor excluded a second bridge.
          Half of the ferries, 50 percent, are old.             | Half of the ferries are old.
          The number of passengers dropped sharply in May.      | The number of passengers fell dramatically in May.
          The roads in the north are more badly damaged.        | The roads in the north are more heavily damaged.
          The sailors will strike, which could lead to delays.  | The sailors will strike, which could create delays.
          The pier is larger than the swing bridge.             | The swing bridge is smaller than the pier.
          Inspectors found that the pumps were not strong enough. | Inspectors found that the pumps were too weak.
          More than 500 people of Lune have had the vaccine.    | More than 500 residents of Lune have had the vaccine.
          Lune's residents are pleased with the ferry.          | The inhabitants of Lune welcomed the ferry.
          """)
  void aSynonymIsNoAddition(String statement, String source) {
    assertThat(RealStatementVerifier.verify(statement, source)).isInstanceOf(Supported.class);
  }

  @Test
  void aCommonNounAtTheBeginningIsCompared() {
    assertThat(
            RealStatementVerifier.verify(
                "Elephants live on the bridge.", "The swing bridge was repaired in nine weeks."))
        .isInstanceOf(Unsupported.class);
  }

  @Test
  void anotherWordForAThingOfTheContextIsNoAddition() {
    var context = "A painting was stolen from the Lune museum.";

    assertThat(
            RealStatementVerifier.verify(
                "The picture was found in a cellar in Ousel.",
                "Police found it in a cellar in Ousel.",
                context,
                null))
        .isInstanceOf(Supported.class);
    assertThat(
            RealStatementVerifier.verify(
                "The picture frame was found in a cellar in Ousel.",
                "Police found it in a cellar in Ousel.",
                context,
                null))
        .isInstanceOf(Unsupported.class);
  }

  @Test
  void aThingOfTheContextIsNoAddition() {
    var context = "The Lune library is to be closed.";

    assertThat(
            RealStatementVerifier.verify(
                "Residents signed a petition against closing the library.",
                "Residents signed a petition against the closure.",
                context,
                null))
        .isInstanceOf(Supported.class);
    assertThat(
            RealStatementVerifier.verify(
                "Residents signed a library petition against the closure.",
                "Residents signed a petition against the closure.",
                context,
                null))
        .isInstanceOf(Unsupported.class);
  }
}
