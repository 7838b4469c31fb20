package org.dossier.text.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.dossier.text.RandomText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The tables of dates that are found are specification: one row for each supported form.
/// `thisIsNotADate` is the regression table: add misread text of real articles there.
class DateFinderTest {
  /// A Wednesday.
  private static final LocalDate PUBLISHED = LocalDate.of(2021, 4, 14);

  private static List<String> found(String text, @Nullable LocalDate published) {
    return DateFinder.find(text, published).stream()
        .map(date -> date.span().of(text) + " = " + format(date.range()))
        .toList();
  }

  private static String format(@Nullable DateRange range) {
    return range == null ? "unknown" : DateFinder.format(range);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It was signed on 11 November 2011.              | 11 November 2011 = 11 November 2011
          It was signed on November 11, 2011, in Oslo.    | November 11, 2011 = 11 November 2011
          It was signed on 22 December 2011.              | 22 December 2011 = 22 December 2011
          It was signed on the 22nd of December 2011.     | 22nd of December 2011 = 22 December 2011
          It was signed (Nov. 11, 2011).                  | Nov. 11, 2011 = 11 November 2011
          Date: Friday, November 28th, 2014               | Friday, November 28th, 2014 = 28 November 2014
          on the 11th of November 2011                    | 11th of November 2011 = 11 November 2011
          Fri, 11 Nov 2011 17:03                          | Fri, 11 Nov 2011 = 11 November 2011
          logged 2011-11-11 at night                      | 2011-11-11 = 11 November 2011
          due 11/13/2011 at noon                          | 11/13/2011 = 13 November 2011
          due 13.11.2011 at noon                          | 13.11.2011 = 13 November 2011
          held on 11–13 November 2011                     | 11–13 November 2011 = 11–13 November 2011
          from November 11 to 13, 2011                    | November 11 to 13, 2011 = 11–13 November 2011
          in November 2011                                | November 2011 = November 2011
          by late January 2021                            | late January 2021 = January 2021
          It began in 2014.                               | 2014 = 2014
          the 2022 World Cup                              | 2022 = 2022
          Who won the Oslo Open 2022?                     | 2022 = 2022
          Norway's 2018 report                            | 2018 = 2018
          The club (1950) is old.                         | 1950 = 1950
          in the 1990s                                    | 1990s = 1990s
          the war of 1990–1995                            | 1990–1995 = 1990–1995
          from 1990 to 1995                               | 1990 to 1995 = 1990–1995
          a song of mid-2014                              | mid-2014 = 2014
          a bridge of the 19th century                    | 19th century = 1801–1900
          """)
  void absoluteDatesAreFound(String text, String expected) {
    assertThat(found(text, null)).containsExactly(expected);
    assertThat(DateFinder.find(text, null)).noneMatch(DateMention::relative);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Unterzeichnet am 11. November 2011 in Wien.     | 11. November 2011
          Am 3. März 2011 begann es.                      | 3. März 2011
          Signé le 11 novembre 2011 à Genève.             | 11 novembre 2011
          Le 1er août 2011, tout changea.                 | 1er août 2011
          Firmado el 11 de noviembre de 2011 en Lima.     | 11 de noviembre de 2011
          Подписано 11 ноября 2011 года.                  | 11 ноября 2011
          در ۱۱ نوامبر ۲۰۱۱ امضا شد                       | ۱۱ نوامبر ۲۰۱۱
          """)
  void datesInOtherLanguagesAreFound(String text, String expected) {
    assertThat(DateFinder.find(text, null)).hasSize(1);
    DateMention date = DateFinder.find(text, null).getFirst();
    assertThat(date.span().of(text)).isEqualTo(expected);
    assertThat(date.range()).isNotNull().returns(2011, range -> range.from().getYear());
    assertThat(date.range()).returns(true, DateRange::isDay);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          They met on Wednesday.                          | Wednesday = 14 April 2021
          They met on Tuesday night in Oslo.              | Tuesday night = 13 April 2021
          Thursday's talks failed.                        | Thursday = 8 April 2021
          He met them last Friday.                        | last Friday = 9 April 2021
          He left on Friday last week.                    | Friday last week = 9 April 2021
          He meets them next Wednesday.                   | next Wednesday = 21 April 2021
          The pact was finalized today.                   | today = 14 April 2021
          It was finalized yesterday.                     | yesterday = 13 April 2021
          They leave tomorrow.                            | tomorrow = 15 April 2021
          It happened last night.                         | last night = 13 April 2021
          It happened last week.                          | last week = 5–11 April 2021
          It happened last month.                         | last month = March 2021
          It happened last year.                          | last year = 2020
          Sales grew this year.                           | this year = 2021
          Sales start next month.                         | next month = May 2021
          The plan was made on July 13.                   | July 13 = 13 July 2020
          The plan was made on 13 March in Oslo.          | 13 March = 13 March 2021
          The plan was made on Monday, July 13.           | Monday, July 13 = 13 July 2020
          Earlier in November, they signed.               | November = November 2020
          In a late January trip he signed.               | late January = January 2021
          It was signed last November.                    | last November = November 2020
          He resigned three days ago.                     | three days ago = 11 April 2021
          He resigned 3 weeks ago.                        | 3 weeks ago = 22–28 March 2021
          He resigned two years ago.                      | two years ago = 2019
          """)
  void relativeDatesAreResolvedFromTheDayOfPublication(String text, String expected) {
    assertThat(found(text, PUBLISHED)).containsExactly(expected);
    assertThat(DateFinder.find(text, PUBLISHED)).allMatch(DateMention::relative);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Talks on the deal that failed in March will continue on Monday. | Monday = 19 April 2021
          On Friday, the president will leave.            | Friday = 16 April 2021
          The vote is expected on Sunday.                 | Sunday = 18 April 2021
          The pact is to be signed on Friday in Oslo.     | Friday = 16 April 2021
          The pact will be signed on July 13.             | July 13 = 13 July 2021
          The summit is scheduled for November.           | November = November 2021
          The bridge is closed to cars until September.   | September = September 2021
          The museum stays open till Friday.              | Friday = 16 April 2021
          """)
  void inTheFutureTenseTheNextSuchDayIsMeant(String text, String expected) {
    assertThat(found(text, PUBLISHED)).endsWith(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The board said it would print the report on Friday.      | Friday = 16 April 2021
          The board said it would open the mill in September.      | September = September 2021
          The museum opens on Saturday with a new hall.            | Saturday = 17 April 2021
          A strike by the drivers begins on Thursday.              | Thursday = 15 April 2021
          The levy takes effect in June, the ministry said.        | June = June 2021
          The law comes into force in July.                        | July = July 2021
          The trial over the fire that killed nine begins on April 22. | April 22 = 22 April 2021
          The fair runs from May 3 to May 9.                       | May 3 to May 9 = 3–9 May 2021
          The fair runs from 28 April to 3 May.                    | 28 April to 3 May = 28 April – 3 May 2021
          The show runs from April 1 to 19.                        | April 1 to 19 = 1–19 April 2021
          Growers must report their losses by Friday.              | Friday = 16 April 2021
          She told the crew she would meet them on Thursday.       | Thursday = 15 April 2021
          A verdict could come on Sunday.                          | Sunday = 18 April 2021
          The states agreed to hold talks in June.                 | June = June 2021
          The zoo plans to move its bears to a new hall on Sunday. | Sunday = 18 April 2021
          Tickets go on sale Friday.                               | Friday = 16 April 2021
          Voters in the valley go to the polls on Sunday.          | Sunday = 18 April 2021
          The panel is set to meet Friday in closed session.       | Friday = 16 April 2021
          The curfew was extended until Friday.                    | Friday = 16 April 2021
          The final was moved to Sunday.                           | Sunday = 18 April 2021
          The king called elections for September.                 | September = September 2021
          The mayor said the vote on Sunday will be close.         | Sunday = 18 April 2021
          Schools open on Monday.                                  | Monday = 19 April 2021
          The storm will hit the coast on Friday.                  | Friday = 16 April 2021
          The firm has to pay by Friday.                           | Friday = 16 April 2021
          The meeting, planned for Friday, was cancelled.          | Friday = 16 April 2021
          """)
  void anAnnouncedDateIsTheNextOne(String text, String expected) {
    assertThat(found(text, PUBLISHED)).containsExactly(expected);
    assertThat(DateFinder.find(text, PUBLISHED)).allMatch(DateMention::certain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The group agreed to buy the mill in February.            | February = February 2021
          The group agreed to buy the mill in September.           | September = September 2020
          The mayor promised to open the bridge in March.          | March = March 2021
          The firm said it would close the mill in January.        | January = January 2021
          The firm pledged to sell the mill on 2 March.            | 2 March = 2 March 2021
          """)
  void aDateAnnouncedInThePastMayHavePassed(String text, String expected) {
    assertThat(found(text, PUBLISHED)).containsExactly(expected);
    assertThat(DateFinder.find(text, PUBLISHED)).noneMatch(DateMention::certain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A fire destroyed the mill on Saturday.                   | Saturday = 10 April 2021
          Police said on Friday that the bridge would open soon.   | Friday = 9 April 2021
          He told reporters in the capital on Friday he will go.   | Friday = 9 April 2021
          The minister refused to comment on Friday.               | Friday = 9 April 2021
          The vote was postponed on Friday.                        | Friday = 9 April 2021
          She beat him in Monday's semifinal.                      | Monday = 12 April 2021
          Talks on the fund failed on Friday.                      | Friday = 9 April 2021
          The reform passed in June.                               | June = June 2020
          The show ran from May 3 to May 9.                        | May 3 to May 9 = 3–9 May 2020
          They have blocked the port since Sunday.                 | Sunday = 11 April 2021
          The tax was cut on Friday.                               | Friday = 9 April 2021
          The office warned on Friday of more rain.                | Friday = 9 April 2021
          The police warned drivers on Friday.                     | Friday = 9 April 2021
          The union announced on Friday that it will strike.       | Friday = 9 April 2021
          Because of frost due to the clear sky, a pipe burst on Friday. | Friday = 9 April 2021
          Announced in late February, the plan will pay for the pier. | late February = February 2021
          He lost the rest of the money that his uncle left to him in March. | March = March 2021
          Their first album in years came out on May 3.             | May 3 = 3 May 2020
          The mill closed three years ago.                          | three years ago = 2018
          The band won the prize last September.                    | last September = September 2020
          The pact was signed today.                                | today = 14 April 2021
          """)
  void aReportedDateIsTheLastOne(String text, String expected) {
    assertThat(found(text, PUBLISHED)).containsExactly(expected);
    assertThat(DateFinder.find(text, PUBLISHED)).allMatch(DateMention::certain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The union announced a strike on Friday.",
        "He will appear in court after his arrest on Friday.",
        "The cup will go to the coast following the final on Sunday.",
        "The game, postponed from Friday, was long.",
        "Police officers meet the crowd on Friday.",
        "The court ordered the owner to leave on Friday.",
        "The office was closed until September.",
        "The doctors could not say on Friday.",
        "The panel was scheduled to meet on Friday.",
        "He campaigned ahead of Sunday's vote.",
        "Parties held rallies ahead of the vote on Sunday.",
        "Ahead of the vote on Sunday, parties held rallies.",
        "Officials warned of more rain on Friday.",
        "The rally was planned for Friday.",
        "Talks in the capital on Friday",
        "On Friday, those who walked out in January meet.",
        "The strike would have begun on Friday.",
        "The ships arrive in September.",
        "Police stopped the May 6 attack on the port.",
        "May 4 cancellations: why these towns called off their fairs.",
        "He remembered that cold December day fifty years ago.",
        "The firm fared worse last March than its rivals.",
        "She called the tour, running through June, she said, a dream.",
        "The senator used the delay to attack his rival in the election in November.",
        "He sold the mill to the owner of the quarry with all of its wheels in May.",
        "The crew planned to spend Tuesday at the pier.",
        "The brewery opened over 70 years ago.",
        "Less than a year ago the pier was new.",
        "Most ferries today have no sail."
      })
  void withoutADecidingVerbADateIsNotCertain(String text) {
    assertThat(DateFinder.find(text, PUBLISHED)).isNotEmpty();
    assertThat(DateFinder.find(text, PUBLISHED).getFirst().certain()).isFalse();
  }

  @Test
  void theDayOfPublicationNeedsNoVerb() {
    var date = DateFinder.find("They promised the miners 80 million on Wednesday.", PUBLISHED);

    assertThat(date).singleElement().matches(DateMention::certain);
    assertThat(date.getFirst().range()).isEqualTo(DateRange.day(PUBLISHED));
  }

  @Test
  void theNearestVerbBeforeADateDecides() {
    assertThat(
            found("He said on Monday that talks would stop but will resume on Friday.", PUBLISHED))
        .containsExactly("Monday = 12 April 2021", "Friday = 16 April 2021");
    assertThat(found("The bridge was closed until September.", PUBLISHED))
        .containsExactly("September = September 2020");
    assertThat(found("The talks will go on. Envoys met on Friday.", PUBLISHED))
        .containsExactly("Friday = 9 April 2021");
  }

  @Test
  void relativeDatesWithoutAReferenceDayHaveNoRange() {
    assertThat(found("On Friday and on July 13 they met, as last month.", null))
        .containsExactly("Friday = unknown", "July 13 = unknown", "last month = unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "over the past three months",
        "over the last year and in the last week of talks",
        "2,014 people and 2014 people came",
        "a sum of $2014 and 2014.50 and No. 2014",
        "in 1200 homes",
        "under Resolution 1929",
        "You may go; they march on. May I?",
        "The crowd wanted to march to the harbour, and may return.",
        "Black Friday, Good Friday and the Sunday Times",
        "every Monday, on Fridays",
        "2011-13-01 and 2011-02-30",
        "12/11/2011 may be either",
        "Read it in USA TODAY or at example.org/2014/11/28/talks",
        "the Fourth of July"
      })
  void thisIsNotADate(String text) {
    assertThat(found(text, PUBLISHED)).isEmpty();
  }

  @Test
  void datesInQuestionsAreFound() {
    LocalDate today = LocalDate.of(2011, 12, 5);
    assertThat(found("What happened in 2014?", today)).containsExactly("2014 = 2014");
    assertThat(found("what did they sign on 11 november 2011", today))
        .containsExactly("11 november 2011 = 11 November 2011");
    assertThat(found("Who met last month?", today)).containsExactly("last month = November 2011");
    assertThat(found("what happened on friday", today)).containsExactly("friday = 2 December 2011");
  }

  @Test
  void aLeapDayIsResolved() {
    assertThat(found("They met on February 29.", PUBLISHED))
        .containsExactly("February 29 = 29 February 2020");
  }

  @Test
  void rangesAreFormattedInTheirShortestForm() {
    LocalDate day = LocalDate.of(2011, 11, 11);
    assertThat(DateFinder.format(DateRange.day(day))).isEqualTo("11 November 2011");
    assertThat(DateFinder.format(new DateRange(day, day.plusDays(2))))
        .isEqualTo("11–13 November 2011");
    assertThat(DateFinder.format(new DateRange(day, day.plusDays(30))))
        .isEqualTo("11 November – 11 December 2011");
    assertThat(DateFinder.format(new DateRange(day, day.plusDays(60))))
        .isEqualTo("11 November 2011 – 10 January 2012");
    assertThat(DateFinder.format(DateRange.month(YearMonth.of(2011, 11))))
        .isEqualTo("November 2011");
    assertThat(
            DateFinder.format(new DateRange(LocalDate.of(2011, 6, 1), LocalDate.of(2011, 8, 31))))
        .isEqualTo("June–August 2011");
    assertThat(DateFinder.format(DateRange.years(2014, 2014))).isEqualTo("2014");
    assertThat(DateFinder.format(DateRange.years(2014, 2016))).isEqualTo("2014–2016");
    assertThat(DateFinder.format(DateRange.years(1990, 1999))).isEqualTo("1990s");
  }

  @Test
  void mentionsAreOrderedAndDisjoint() {
    Random random = new Random(11);
    for (int round = 0; round < 3000; round++) {
      String text = RandomText.next(random);
      int at = 0;
      for (DateMention date : DateFinder.find(text, PUBLISHED)) {
        assertThat(date.span().start()).isGreaterThanOrEqualTo(at);
        assertThat(date.span().end()).isGreaterThan(date.span().start());
        at = date.span().end();
      }
      assertThat(at).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void hostileTextIsProcessed() {
    for (String unit :
        List.of(
            "1",
            "11 ",
            "11 to ",
            "Friday ",
            "2014-",
            "last ",
            "in 2014 ",
            "november ",
            "a ",
            " ")) {
      String text = unit.repeat(200_000 / unit.length());
      assertThat(DateFinder.find(text, PUBLISHED))
          .allMatch(date -> date.span().end() <= text.length());
    }
  }
}
