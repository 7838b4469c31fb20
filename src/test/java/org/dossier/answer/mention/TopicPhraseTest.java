package org.dossier.answer.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPhraseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ferry prices        | The price of the night ferry rose again.
          rooftop beekeeping  | Beekeeping on rooftops is allowed.
          night ferry tickets | Tickets for the ferry at night cost four crowns.
          old men             | An elderly man repaired it.
          """)
  void wordsNearEachOtherAreTogether(String topic, String sentence) {
    assertThat(TopicPhrase.of(topic).orElseThrow().isInSentence(sentence)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quiet quitting | People are quitting their jobs at the port in great numbers, although the town is quiet.
          quiet quitting | More people quit or are quitting, a quarter of those whom the union of the port asked last summer said, and it was quiet.
          glass bridges  | Glass was sold there before the war, and later the army built two wooden bridges.
          """)
  void wordsFarApartAreNot(String topic, String sentence) {
    assertThat(TopicPhrase.of(topic).orElseThrow().isInSentence(sentence)).isFalse();
  }

  @Test
  void aTextWithoutOneOfTheWordsHasNoPhrase() {
    var phrase = TopicPhrase.of("ferry prices").orElseThrow();

    assertThat(phrase.isIn("Ferry prices explained")).isTrue();
    assertThat(phrase.isIn("Ferries explained")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ferries", "Ousel bridges", "price of ferries", "night ferry ticket machines"})
  void otherTopicsAreNoPhrase(String topic) {
    assertThat(TopicPhrase.of(topic)).isEmpty();
  }
}
