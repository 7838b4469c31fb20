package org.dossier.answer.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ada Hill | Hill said that the bridge would open in May.
          Ada Hill | Ada Hill, a member of the Harbour Board, said that the bridge would open.
          Ada Hill | The mayor, Ada Hill, told Otto Brand that the bridge would open.
          Ada Hill | Hill and Brand stressed that the bridge is safe.
          Ada Hill | Brand and Hill of Torvik agreed on a price.
          Ada Hill | According to Hill, the bridge is safe.
          Ada Hill | “The bridge is safe,” said the mayor, Ada Hill.
          Ada Hill | Hill’s reaction was harsh.
          Ada Hill | On Monday Hill also criticized the builders.
          Norway   | Norway wants a lower price, its envoy wrote.
          Norway   | Officials of Norway and Sweden stressed the need for a bridge.
          Norway   | Norwegian Foreign Minister Ola Berg said that a bridge is needed.
          """)
  void theSubjectOfAVerbOfSpeechSpeaks(String name, String sentence) {
    assertThat(new Speaker(List.of(name), null).speaksIn(sentence)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ada Hill | Brand told Hill that the bridge would open.
          Ada Hill | Brand said that Hill owns the bridge.
          Ada Hill | At the house of Hill, Brand said that the bridge would open.
          Ada Hill | The bridge of Hill was built in May.
          Norway   | The board agrees that Norway has to pay for the bridge, Brand told the mayor.
          Norway   | This should help to stop interference by Norway.
          Norway   | Brand, who had come from Norway, said that the bridge is safe.
          """)
  void whoeverIsAddressedOrMentionedDoesNot(String name, String sentence) {
    assertThat(new Speaker(List.of(name), null).speaksIn(sentence)).isFalse();
  }

  @Test
  void theNextSentenceMayContinueTheWords() {
    var hill = new Speaker(List.of("Ada Hill"), null);

    assertThat(hill.speaksIn("“It is safe.”", "Hill said that the bridge would open.")).isTrue();
    assertThat(hill.speaksIn("She added that it is safe.", "Hill praised the bridge.")).isTrue();
    assertThat(hill.speaksIn("“It is safe,” Brand said.", "Hill praised the bridge.")).isFalse();
    assertThat(hill.speaksIn("“It is safe.”", "Brand said that the bridge would open.")).isFalse();
    assertThat(hill.speaksIn("The bridge is long.", "Hill praised the bridge.")).isFalse();
  }

  @Test
  void theFirstNameOfTheQuestionIsTheSpeaker() {
    assertThat(Speaker.of("What did Ada Hill tell Otto Brand?"))
        .contains(new Speaker(List.of("Ada Hill"), null));
    assertThat(Speaker.of("What did the reports say?")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          what did the mayor say about the ferry        | Mayor Ada Hill opened the bridge.                  | The ferry is late, Hill said.            | true
          what did the mayor say about the ferry        | Ada Hill, the mayor of Selby, opened the bridge.   | “The ferry is late,” said Hill.          | true
          what did the mayor say about the ferry        | The bridge was opened.                             | The mayor said that the ferry was late.  | true
          what did the mayor say about the ferry        | Deputy Mayor Bo Berg opened the bridge.            | The ferry is late, Berg said.            | false
          what did the mayor say about the ferry        | Mayor Ada Hill opened the bridge.                  | The ferry is late, the captain said.     | false
          what did the deputy mayor promise the sailors | Deputy Mayor Bo Berg opened the bridge.            | The ferry will sail, Berg promised.      | true
          what did the deputy mayor promise the sailors | The bridge was opened.                             | The ferry will sail, the mayor promised. | false
          what did the polish pm say when he was in Kyiv | Polish Prime Minister Ada Hill met the mayor.     | “We will help,” Hill said in Kyiv.       | true
          what did the polish pm say when he was in Kyiv | Danish Prime Minister Bo Berg met the mayor.      | “We will help,” Berg said in Kyiv.       | false
          what did the president of Norway say about the bridge | It was opened. | The president of Norway said that it is safe.  | true
          what did the president of Norway say about the bridge | It was opened. | The president of Denmark said that it is safe. | false
          what did the deputy mayor say about the ferry | Mayor Ada Hill and Deputy Mayor Bo Berg came.   | The ferry is late, Hill said.            | false
          what was the judge's reaction to the strike   | Judge Ada Hill spoke first.                        | The strike is lawful, Hill said.         | true
          """)
  void aSpeakerMayBeNamedByAnOffice(
      String question, String before, String sentence, boolean speaks) {
    var speaker = Speaker.of(question).orElseThrow().namedIn(List.of(before, sentence));

    assertThat(speaker.speaksIn(sentence)).isEqualTo(speaks);
  }
}
