package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Which actor died this week? | Which actor died ?",
        "Who is the current mayor? | Who is the mayor?",
        "Who most recently won the prize? | Who won the prize?",
        "How many strikes were there in the last three months? | How many strikes were there in the ?",
        "What happened last week? | What happened last week?",
        "Who won the race in 2013? | Who won the race in 2013?",
        "How many weeks did the strike last? | How many weeks did the strike last?",
      })
  void wordsForTheDayOfAskingAreNotSearchedFor(String question, String searched) {
    assertThat(TimeWords.cut(question)).isEqualTo(searched);
  }
}
