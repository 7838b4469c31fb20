package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedContentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How much did the bridge cost?               | MONEY
          What is the price of a ticket?              | MONEY
          What is the mayor's salary?                 | MONEY
          How much water flows in the river?          | ANY
          What is the cost of living like?            | ANY
          On what date did the bridge open?           | DAY
          Which day was it closed?                    | DAY
          What was done that day?                     | ANY
          Who opened the bridge?                      | PERSON
          Which collector bought the painting?        | PERSON
          What is the name of the ferry?              | NAME
          What was the ferry called?                  | NAME
          What called the crew to the deck?           | ANY
          Where was Ada Hill born?                    | BIRTH
          What is the birthplace of Ada Hill?         | BIRTH
          Where does Ada Hill live?                   | ANY
          Why was the bridge closed?                  | REASON
          What was the reason for the strike?         | REASON
          Who asked why the bridge was closed?        | PERSON
          Which company built the bridge?             | ORGANIZATION
          What publisher reported the strike?         | ORGANIZATION
          Which mayor opened the bridge?              | ANY
          When was the bridge opened?                 | ANY
          """)
  void contentFollowsFromTheWording(String question, AskedContent content) {
    assertThat(AskedContent.of(question)).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How much did the bridge cost?               | The repairs took 4.2 million crowns.            | true
          How much did the bridge cost?               | A ticket is $3.                                 | true
          How much did the bridge cost?               | The bridge cost the town nine weeks of work.    | false
          What is the price of a ticket?              | The price of a ticket rose in May.              | false
          On what date did the bridge open?           | It opened on 5 March.                           | true
          On what date did the bridge open?           | It opened on Monday.                            | true
          On what date did the bridge open?           | It will open in spring.                         | false
          Who opened the bridge?                      | Ada Hill                                        | true
          Who opened the bridge?                      | an unknown bidder                               | false
          Where was Ada Hill born?                    | Ada Hill, a native of Lissport, was elected.    | true
          Where was Ada Hill born?                    | Ada Hill was elected in Lissport.               | false
          Why was the bridge closed?                  | The bridge was closed because of a storm.       | true
          Why was the bridge closed?                  | A storm led to the closing of the bridge.       | true
          Why was the bridge closed?                  | The bridge was closed on Monday.                | false
          Which company built the Norholm Bridge?     | The Norholm Bridge was built by Vos Works.      | true
          Which company built the Norholm Bridge?     | The Norholm Bridge was built in two years.      | false
          Which company built the Norholm Bridge?     | The Norholm Bridge was built in Norway.         | false
          When was the bridge opened?                 | Nothing at all.                                 | true
          What will the Norholm Bridge be called?     | Vos Crossing                                    | true
          What will the Norholm Bridge be called?     | it is named after the town                      | true
          What will the Norholm Bridge be called?     | the Norholm Bridge                              | false
          """)
  void sentenceContainsWhatIsAskedFor(String question, String sentence, boolean contained) {
    assertThat(AskedContent.of(question).isIn(sentence, question)).isEqualTo(contained);
  }
}
