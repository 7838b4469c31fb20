package org.dossier.answer.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadabilityTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The harbour board closed the bridge on Monday.",
        "“We will repair it by June,” the mayor said.",
        "The ferry carried 1,240 cars in May.12",
        "The island has a lighthouse, a school and two shops, of which one sells tickets for the ferry",
        "Reed Party | Hill Town | 1,455 votes in 2023",
        "The Ferry/Harbour Act of 2012 was repealed in the same year.",
        "Click and collect is offered by all shops at the harbour.",
        "Some 40% of the ferries were late.",
        "Monday, May 17 – Day of the Harbour",
        "The mayor said one thing: The bridge stays closed.",
        "The ferry left at 10:30 on Monday morning.",
      })
  void sentencesArePartOfAnAnswer(String sentence) {
    assertThat(Readability.isReadable(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How to apply for a ticket",
        "Ferries cover large parts of the sea",
        "JUST WATCHED The bridge is now twenty feet taller.",
        "Hide Caption 46 of 49 Photos: The ferry leaves the harbour in the evening.",
        "Ole Vik/Harbour Press Boats leave the harbour at dawn on Monday in the rain.",
        "The mayor gives a speech on her first day in office Henry Vik/Reuters",
        "Video Ad Feedback The ferry that could not stop in time.",
        "More than 100%2C000 people crossed the bridge in July.",
        "Read more: What the bridge will cost the town and its people.",
        "Is the bridge open to cars on Sundays?",
        "Too few words.",
        "PLANS FOR THE HARBOUR:What the town will build on the old quays",
        "A bridge for all:Last year the town promised that cars would return",
        "'We never gave up':How the crew of the ferry brought it home",
      })
  void headingsCaptionsAndLinksAreNot(String sentence) {
    assertThat(Readability.isReadable(sentence)).isFalse();
  }
}
