package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTypeTest {
  @ParameterizedTest
  @CsvSource({
    "TIME, When was the agreement signed?",
    "TIME, In which year did the talks begin?",
    "TIME, Wann wurde das Abkommen unterzeichnet?",
    "TIME, Когда было подписано соглашение?",
    "QUANTITY, How far apart are the two injections?",
    "QUANTITY, How many doses arrived?",
    "QUANTITY, Wie viele Dosen kamen an?",
    "PERSON, Who signed the agreement?",
    "PERSON, By whom was it signed when they met?",
    "PLACE, Where did they meet?",
    "PLACE, Which country abandoned the deal?",
    "PLACE, Which popular lake was flooded?",
    "PERSON, Which former ferry captain sold it?",
    "NAME, Which carmaker recalls its cars?",
    "NAME, The board hired which large shipping company?",
    "ANY, What did the company say?",
    "ANY, What caused the war?",
    "ANY, Which staple of breakfast is rationed?",
    "ANY, What did they say?",
    "ANY, Whenever talks fail the worst follows",
    "ANY, ''"
  })
  void theFirstQuestionWordDeterminesTheType(AnswerType kind, String question) {
    assertThat(AnswerType.of(question)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "Who signed it?, true",
    "what did they say, true",
    "the treaty was signed when?, true",
    "کی امضا شد؟, true",
    "Aspirin lowers the risk of stroke., false",
    "sputnik doses iran, false"
  })
  void claimsAndKeyWordsAreNoQuestions(String text, boolean question) {
    assertThat(AnswerType.isQuestion(text)).isEqualTo(question);
  }
}
