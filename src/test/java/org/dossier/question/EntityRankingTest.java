package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.text.date.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityRankingTest {
  private static final LocalDate ASKED = LocalDate.of(2024, 5, 6);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who is mentioned most often?                            | PERSON       | false | false
          who appears most in the archive                         | PERSON       | false | false
          Who was most often in the news in 2013?                 | PERSON       | false | false
          Which people are mentioned most?                        | PERSON       | false | true
          Can you tell me which politicians appear most often?    | PERSON       | false | true
          Which organizations are mentioned the most?             | ORGANIZATION | false | true
          Which companies appear most?                            | ORGANIZATION | false | true
          Which company is named most frequently?                 | ORGANIZATION | false | false
          What are the most mentioned places?                     | PLACE        | false | true
          List the 5 most frequently mentioned cities             | PLACE        | false | true
          Top 10 organisations by mentions                        | ORGANIZATION | false | true
          Which country is mentioned most?                        | PLACE        | true  | false
          Which countries come up most often in these articles?   | PLACE        | true  | true
          """)
  void theEntitiesThatAreMentionedMostAreAskedFor(
      String question, Property by, boolean countries, boolean several) {
    var analysis = QuestionAnalyzer.analyze(question, ASKED);

    assertThat(analysis.kind()).as(question).isEqualTo(QuestionKind.COUNT);
    assertThat(analysis.ranking()).isEqualTo(new EntityRanking(by, countries, several));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who won the most medals?",
        "Who is most at risk?",
        "Who is the most famous engineer of the town?",
        "Which city has the most museums?",
        "Which companies are most affected by the strike?",
        "Which countries are mentioned in the treaty?",
        "Who is mentioned in the will?",
        "What is the most common cause of accidents?",
        "Which people are discussed most by the committee?",
        "How many articles mention the most famous ferry?",
      })
  void otherQuestionsForTheMostRankNothing(String question) {
    assertThat(QuestionAnalyzer.analyze(question, ASKED).ranking()).as(question).isNull();
  }

  @Test
  void thePeriodAndTheTopicOfTheArticlesAreKnown() {
    var analysis =
        QuestionAnalyzer.analyze(
            "Which people are mentioned most in articles about the ferry in 2013?", ASKED);

    assertThat(analysis.topic()).isEqualTo("the ferry");
    assertThat(analysis.period())
        .isNotNull()
        .extracting(Period::range)
        .isEqualTo(new DateRange(LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31)));
  }
}
