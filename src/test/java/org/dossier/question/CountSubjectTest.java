package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.text.date.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountSubjectTest {
  private static final LocalDate ASKED = LocalDate.of(2024, 5, 6);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          How many articles mention Lavrov?                              | Lavrov
          how many articles mention lavrov                               | lavrov
          How many articles are there about the ferry strike?            | the ferry strike
          How many reports do you have on Lavrov?                        | Lavrov
          How many stories about Ada Hill are there?                     | Ada Hill
          How many articles in the archive refer to the harbour board?   | the harbour board
          Can you tell me how many news articles mention Will Smith?     | Will Smith
          In how many articles does Lavrov appear?                       | Lavrov
          In how many of the articles is the bridge mentioned?           | the bridge
          How often was the ferry mentioned per year?                    | the ferry
          How many times is Lavrov named in the articles?                | Lavrov
          How often do the articles mention Tehran each month?           | Tehran
          Which articles are about the ferry?                            | the ferry
          Which articles mention Lavrov?                                 | Lavrov
          What articles do you have on the bridge?                       | the bridge
          List all articles on the bridge from 2013                      | the bridge
          Please show me all the articles that mention Lavrov            | Lavrov
          Give me a list of all reports about the lock in May 2012       | the lock
          What is the number of articles about Ada Hill?                 | Ada Hill
          Count the articles that mention the lock                       | the lock
          Mentions of Lavrov per year                                    | Lavrov
          Is Lavrov mentioned?                                           | Lavrov
          Is the bridge mentioned anywhere in the archive?               | the bridge
          Do any articles mention Lavrov?                                | Lavrov
          Does your archive mention the lock?                            | the lock
          How many articles mention the word “ferry”?                    | ferry
          How many articles mention both Lavrov and Kerry?               | Lavrov+Kerry
          How many articles mention Lavrov or Kerry in 2013?             | Lavrov+Kerry
          How many articles mention Bosnia and Herzegovina?              | Bosnia and Herzegovina
          How many articles mention supply and demand?                   | supply and demand
          """)
  void questionsForArticlesAreCounted(String question, String names) {
    var analysis = QuestionAnalyzer.analyze(question, ASKED);

    assertThat(analysis.kind()).as(question).isEqualTo(QuestionKind.COUNT);
    assertThat(CountSubject.of(analysis).names()).isEqualTo(List.of(names.split("\\+", -1)));
  }

  /// The number that these ask for is stated in a text, or in none.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "How many people were killed?",
        "How many articles does the treaty have?",
        "How many articles of the constitution were changed?",
        "How many articles did Lavrov write?",
        "How many articles are there in the treaty?",
        "How many stories does the tower have?",
        "How many reports did the agency publish on the reactor?",
        "How many reports did the committee receive?",
        "How often did Lavrov visit Tehran?",
        "How often does the ferry run?",
        "How many times was the bridge repaired?",
        "How often was the deal mentioned by the minister?",
        "Is the deal mentioned in the treaty?",
        "Was Lavrov mentioned as a successor?",
        "Did the minister mention the bridge?",
        "How many countries are mentioned in the treaty?",
        "What is the number of inspectors?",
        "How many visitors did the museum count in 2013?",
        "How many ferries were there in 2013?",
        "In how many countries does the company operate?",
        "How many documents did they sign?",
        "How many mentions did the film get from the jury?",
        "Which report blamed the pilot?",
        "Which articles of the treaty did Iran violate?",
        "List the agreements between Iran and Russia",
        "Show me the report on the bridge",
      })
  void questionsForOtherNumbersAndThingsAreNot(String question) {
    assertThat(QuestionAnalyzer.analyze(question, ASKED).kind())
        .as(question)
        .isNotEqualTo(QuestionKind.COUNT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How many articles are there from 2013?                 | 2013-01-01 | 2013-12-31
          How many articles were published in May 2012?          | 2012-05-01 | 2012-05-31
          Show me all articles from 2013                         | 2013-01-01 | 2013-12-31
          How many articles mention Lavrov since 2013?           | 2013-01-01 | 2024-05-06
          List all articles on the bridge from 2011 to 2013      | 2011-01-01 | 2013-12-31
          How many articles are there between 2011 and 2013?     | 2011-01-01 | 2013-12-31
          """)
  void thePeriodIsThatOfPublication(String question, LocalDate from, LocalDate to) {
    var analysis = QuestionAnalyzer.analyze(question, ASKED);

    assertThat(analysis.kind()).isEqualTo(QuestionKind.COUNT);
    assertThat(analysis.period())
        .isNotNull()
        .extracting(Period::range)
        .isEqualTo(new DateRange(from, to));
  }

  @Test
  void theQuestionNamesThePropertyAndWhetherItAsksForAList() {
    assertThat(subject("How often was the ferry mentioned per month?"))
        .returns(Property.MONTH, CountSubject::by)
        .returns(false, CountSubject::listed);
    assertThat(subject("Mentions of Lavrov by publisher"))
        .returns(Property.PUBLISHER, CountSubject::by);
    assertThat(subject("Which articles mention Lavrov?"))
        .returns(Property.YEAR, CountSubject::by)
        .returns(true, CountSubject::listed);
    assertThat(subject("What is the number of articles about Lavrov?").listed()).isFalse();
    assertThat(subject("How many articles mention Lavrov or Kerry?").any()).isTrue();
    assertThat(subject("How many articles mention Lavrov and Kerry?").any()).isFalse();
  }

  @Test
  void aPublisherIsApartFromTheNames() {
    var analysis =
        QuestionAnalyzer.analyze("How many articles about Lavrov by the Tehran Times?", ASKED);
    var subject = CountSubject.of(analysis);

    assertThat(subject.publisher()).isEqualTo("Tehran Times");
    assertThat(subject.withoutPublisher(analysis).names()).containsExactly("Lavrov");
  }

  @Test
  void aPhraseThatIsNoNameHasWords() {
    assertThat(CountSubject.words("the cost of the Lune bridge"))
        .containsExactly("Lune", "cost", "bridge");
    assertThat(CountSubject.words("Zanzibar Bank")).isEmpty();
    assertThat(CountSubject.words("ferry")).isEmpty();
  }

  private static CountSubject subject(String question) {
    return CountSubject.of(QuestionAnalyzer.analyze(question, ASKED));
  }
}
