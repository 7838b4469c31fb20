package org.dossier.answer.sentence;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(new Speaker(name).speaksIn(sentence)).isTrue();
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
    assertThat(new Speaker(name).speaksIn(sentence)).isFalse();
  }

  @Test
  void theNextSentenceMayContinueTheWords() {
    var hill = new Speaker("Ada Hill");

    assertThat(hill.speaksIn("“It is safe.”", "Hill said that the bridge would open.")).isTrue();
    assertThat(hill.speaksIn("She added that it is safe.", "Hill praised the bridge.")).isTrue();
    assertThat(hill.speaksIn("“It is safe,” Brand said.", "Hill praised the bridge.")).isFalse();
    assertThat(hill.speaksIn("“It is safe.”", "Brand said that the bridge would open.")).isFalse();
    assertThat(hill.speaksIn("The bridge is long.", "Hill praised the bridge.")).isFalse();
  }

  @Test
  void theFirstNameOfTheQuestionIsTheSpeaker() {
    assertThat(Speaker.of("What did Ada Hill tell Otto Brand?")).contains(new Speaker("Ada Hill"));
    assertThat(Speaker.of("What did the mayor say?")).isEmpty();
  }
}
