package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dossier.text.date.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodFinderTest {
  /// A Monday.
  private static final LocalDate ASKED = LocalDate.of(2024, 5, 6);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What happened in 2014?                              | 2014-01-01 | 2014-12-31
          What happened in May 2014?                          | 2014-05-01 | 2014-05-31
          What happened on 3 May 2014?                        | 2014-05-03 | 2014-05-03
          What happened in the 1990s?                         | 1990-01-01 | 1999-12-31
          What did they agree before 2012?                    | 0001-01-01 | 2011-12-31
          What did they agree prior to May 2012?              | 0001-01-01 | 2012-04-30
          What did they agree until May 2012?                 | 0001-01-01 | 2012-05-31
          What has happened since 2020?                       | 2020-01-01 | 2024-05-06
          What happened from 2020 onwards?                    | 2020-01-01 | 2024-05-06
          What happened after March 2020?                     | 2020-04-01 | 2024-05-06
          What happened between May 2011 and June 2012?       | 2011-05-01 | 2012-06-30
          What happened between 2010 and 2014?                | 2010-01-01 | 2014-12-31
          What has changed from 2020?                         | 2020-01-01 | 2024-05-06
          From 2020, who ran the ferry?                       | 2020-01-01 | 2024-05-06
          What do the articles from 2020 say?                 | 2020-01-01 | 2020-12-31
          What is the report from April 2021 about?           | 2021-04-01 | 2021-04-30
          What happened from 2011 to 2013?                    | 2011-01-01 | 2013-12-31
          What happened from March to June 2014?              | 2014-03-01 | 2014-06-30
          What happened last year?                            | 2023-01-01 | 2023-12-31
          What happened this week?                            | 2024-05-06 | 2024-05-12
          What happened last week?                            | 2024-04-29 | 2024-05-05
          What happened yesterday?                            | 2024-05-05 | 2024-05-05
          What happened in the last three weeks?              | 2024-04-15 | 2024-05-06
          What happened over the past year?                   | 2023-05-06 | 2024-05-06
          What happened in the past 10 days?                  | 2024-04-26 | 2024-05-06
          What happened in the last few months?               | 2024-02-06 | 2024-05-06
          What happened in March?                             | 2024-03-01 | 2024-03-31
          What happened on July 13?                           | 2023-07-13 | 2023-07-13
          What was known as of 2012?                          | 0001-01-01 | 2012-12-31
          """)
  void periodIsUnderstoodFromTheDayOfAsking(String question, LocalDate from, LocalDate to) {
    assertThat(period(question).range()).isEqualTo(new DateRange(from, to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What happened in the harbour?",
        "Compare 2011 and 2014",
        "Who won in 2011 and who won in 2014?",
        "What happened after 2030?",
        "Which of the last ferries is the oldest?",
        "Who was the last mayor?"
      })
  void noneOrSeveralPeriodsAreNone(String question) {
    assertThat(PeriodFinder.find(question, ASKED)).isEmpty();
  }

  @Test
  void monthWithoutAYearMayBeThatOfAnotherYear() {
    var march = period("What happened in March?");

    assertThat(march.anyYear()).isTrue();
    assertThat(march.contains(LocalDate.of(2019, 3, 5))).isFalse();
    assertThat(march.isDuring(LocalDate.of(2019, 3, 5))).isTrue();
    assertThat(march.isDuring(LocalDate.of(2019, 4, 5))).isFalse();
    assertThat(march.overlaps(DateRange.years(2019, 2019))).isFalse();
    assertThat(period("What happened in March 2014?").isDuring(LocalDate.of(2019, 3, 5))).isFalse();
    assertThat(period("What happened last month?").anyYear()).isFalse();
    assertThat(period("What happened on Friday?").anyYear()).isFalse();
  }

  @Test
  void asOfIsARequestForWhatWasKnown() {
    assertThat(period("What was known as of 2012?").asOf()).isTrue();
    assertThat(period("What was known until 2012?").asOf()).isFalse();
  }

  @Test
  void wordsOfAPeriodIncludeItsPreposition() {
    var question = "What did they agree before May 2012 about fish?";

    assertThat(PeriodFinder.find(question, ASKED).orElseThrow().span().of(question))
        .isEqualTo("before May 2012");
  }

  private static Period period(String question) {
    return PeriodFinder.find(question, ASKED).orElseThrow().period();
  }
}
