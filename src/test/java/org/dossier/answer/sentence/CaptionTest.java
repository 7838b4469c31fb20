package org.dossier.answer.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2014, 3, 10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mayor cuts a ribbon at the new bridge in Norholm on March 3, 2014.",
        "A woman takes pictures Monday, March 3, of boats that were damaged by the storm.",
        "Passengers wait for the night ferry that was sold in Lissport on Saturday, March 8, 2014.",
        "The mayor and her deputy at a meeting of the harbour board on 3 March 2014.",
      })
  void captionsOfPicturesAreRecognized(String sentence) {
    assertThat(Caption.isCaption(sentence, PUBLISHED)).as(sentence).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The night ferry to Norholm was sold to a bank on March 3, 2014.",
        "The mayor opened the new bridge in Norholm on Monday, March 3.",
        "March 3, 2014: The harbour board sells the night ferry to a bank.",
        "The new timetable of the night ferry takes effect on May 1, 2014.",
        "The harbour board says that it sold the night ferry on March 3, 2014.",
        "The night ferry waits for passengers at the old quay on Mondays.",
        "Air strikes hit the old quay in Norholm on 3 March 2014.",
        "The Norholm bus attack killed two people on 3 March 2014.",
        "A storm blew up and swept through Norholm on 3 March 2014.",
        "The bank will pay for the night ferry that it bought on March 3, 2014.",
      })
  void otherSentencesAreNot(String sentence) {
    assertThat(Caption.isCaption(sentence, PUBLISHED)).as(sentence).isFalse();
  }
}
