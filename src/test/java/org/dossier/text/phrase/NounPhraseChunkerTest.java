package org.dossier.text.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.dossier.text.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `phrasesAreDelimitedByFunctionWordsAndVerbs` is specification. `aTextMayHaveNoPhrase` is the
/// regression table: add questions with a wrong phrase there.
class NounPhraseChunkerTest {
  private static List<String> wholes(String text) {
    return NounPhraseChunker.chunk(text).stream().map(phrase -> phrase.whole().of(text)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who designed the old bridge?                 | the old bridge
          Did the mayor open a new school?             | the mayor; a new school
          Did the president visit Rome?                | the president; Rome
          What does it cost to bind a service?         | a service
          Are coals in a fire hot?                     | coals in a fire; a fire
          What is the cost of living in Norway?        | the cost; Norway
          When did the peace talks end?                | the peace talks
          Which cities did Marta Holm see?             | cities; Marta Holm
          How many ferries sail to Bergen in 2014?     | ferries; Bergen in 2014; 2014
          """)
  void phrasesAreDelimitedByFunctionWordsAndVerbs(String text, String expected) {
    assertThat(String.join("; ", wholes(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          When did the US abandon the JCPOA?                   | the US; the JCPOA
          When did the harbour bridge reopen in May?           | the harbour bridge; May
          When did the harbour bridge wobble?                  | the harbour bridge
          When did the harbour bridge wobble in the old town?  | the harbour bridge; the old town
          When did the old bridge over the river burst?        | the old bridge over the river; the river
          Did the new director of the theatre abdicate?        | the new director of the theatre; the theatre
          Did the German chancellor in Berlin insist on it?    | the German chancellor in Berlin; Berlin
          Did the fishing treaty and the SALT pact lapse?      | the fishing treaty and the SALT pact; the SALT pact
          Did the committee elect Marta Holm?                  | the committee; Marta Holm
          Did Marta Holm veto the bill?                        | Marta Holm; the bill
          Did the parliament ratify plans for a tunnel?        | the parliament; plans for a tunnel; a tunnel
          Did the parliament ratify legislation on taxes?      | the parliament; legislation on taxes; taxes
          When will ministers ratify the treaty?               | ministers; the treaty
          Which ministers will abandon the plan?               | ministers; the plan
          Which plan will ministers abandon?                   | plan; ministers
          The council will abandon the plan.                   | The council; the plan
          Could the storm delay ferries?                       | the storm; ferries
          What did the harbour bridge cost?                    | the harbour bridge
          Was the ferry scrapped?                              | the ferry
          Has the hospital in Dunmore raised prices?           | the hospital in Dunmore; Dunmore; prices
          Which country abandoned the JCPOA?                   | country; the JCPOA
          """)
  void aVerbInNoListIsFoundByItsPlace(String text, String expected) {
    assertThat(String.join("; ", wholes(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What is the price of the harbour bridge?     | the price of the harbour bridge; the harbour bridge
          What did the fishing treaty in Oslo change?  | the fishing treaty in Oslo; Oslo
          What did the mayor of Bergen say?            | the mayor of Bergen; Bergen
          What did the national chess champion eat?    | the national chess champion
          When did the wind farm project start?        | the wind farm project
          What did the report on the state of it say?  | the report on the state; the state
          What did the news agency report?             | the news agency
          Does the company report to the council say so? | the company report to the council; the council
          The armed forces of Norway trained.          | The armed forces of Norway; Norway
          Is the flood barrier in force?               | the flood barrier in force; force
          Where is the watershed of the Vesla?         | the watershed of the Vesla; the Vesla
          Norway did business with Sweden.             | Norway; business with Sweden; Sweden
          """)
  void aNounIsNoVerbAtAnotherPlace(String text, String expected) {
    assertThat(String.join("; ", wholes(text))).isEqualTo(expected);
  }

  @Test
  void eachPhraseHasItsKind() {
    assertThat(
            NounPhraseChunker.chunk(
                "Which ferry did Marta Holm show the mayor of a port in May 2014?"))
        .extracting(NounPhrase::kind)
        .containsExactly(
            NounPhrase.Kind.ASKED_FOR,
            NounPhrase.Kind.NAME,
            NounPhrase.Kind.DEFINITE,
            NounPhrase.Kind.OTHER,
            NounPhrase.Kind.DATE);
  }

  @Test
  void aPhraseHasItsPreposition() {
    assertThat(NounPhraseChunker.chunk("Who was mayor of Bergen in 2014?"))
        .extracting(NounPhrase::preposition)
        .containsExactly("", "of", "in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "How far apart are they?", "…", "’s"})
  void aTextMayHaveNoPhrase(String text) {
    assertThat(NounPhraseChunker.chunk(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tell me please, is it so?                 | 0
          The price                                 | 1
          How can I apply?                          | 1
          When did Marta Holm open the bridge?      | 3
          """)
  void functionAndPoliteWordsAreNotContentWords(String text, int expected) {
    assertThat(NounPhraseChunker.contentWords(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Is the ferry laid up March 25-April 2 again?  | the ferry; March 25-April 2
          When did Late April 2009 Quarterly appear?    | Late; April 2009 Quarterly
          When was the Regatta 2020 Challenge Cup won?  | the Regatta; 2020 Challenge Cup
          """)
  void aDateAndANameMayShareWords(String text, String expected) {
    assertThat(String.join("; ", wholes(text))).isEqualTo(expected);
  }

  @Test
  void phrasesAreOrderedAndDisjoint() {
    var random = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      var text = RandomText.next(random);
      int end = 0;
      for (var phrase : NounPhraseChunker.chunk(text)) {
        assertThat(phrase.own().start()).as(text).isGreaterThanOrEqualTo(end);
        assertThat(phrase.whole().end()).as(text).isLessThanOrEqualTo(text.length());
        end = phrase.own().end();
      }
    }
  }
}
