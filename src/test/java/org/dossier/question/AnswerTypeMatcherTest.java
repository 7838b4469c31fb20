package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTypeMatcherTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2024, 3, 8);

  @ParameterizedTest
  @CsvSource({
    "When did the lock open?, It opened on 3 May 1911., 1",
    "When did the lock open?, It opened after the storm., 0",
    "How many ferries left?, Eleven ferries left., 1",
    "How many of the 11 ferries left?, There are 11 ferries., 0",
    "How many of the 11 ferries left?, Nine of the eleven left., 1",
    "Who opened it?, The lock was opened by Grietje Vos., 1",
    "Who did Grietje Vos meet?, Grietje Vos met them at noon., 0",
    "What was opened?, The lock was., 0.5"
  })
  void aSentenceMatchesIfItAddsSomethingOfTheExpectedType(
      String question, String sentence, double carried) {
    assertThat(new AnswerTypeMatcher(question).score(sentence, PUBLISHED)).isEqualTo(carried);
  }
}
