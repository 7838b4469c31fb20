package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.answer.AnswererFixture.CONFIDENT;
import static org.dossier.answer.AnswererFixture.IRRELEVANT;
import static org.dossier.answer.AnswererFixture.article;
import static org.dossier.answer.AnswererFixture.question;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dossier.answer.extraction.CandidateSentence;
import org.dossier.answer.extraction.TimelineEvent;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {
  private static final String SALE = "The night ferry to Norholm was sold on 3 March 2014.";
  private static final String SOLD = "The night ferry to Norholm was sold to a bank on Monday.";
  private static final String END = "The night ferry to Norholm made its last trip on 1 May 2017.";

  private static AnswererFixture archive;

  @BeforeAll
  static void open(@TempDir Path folder) throws InterruptedException {
    archive =
        new AnswererFixture(
            folder,
            List.of(
                article("end", "Ferry ends", LocalDate.of(2017, 5, 2), END),
                article("sale", "Ferry sold", LocalDate.of(2014, 3, 4), SALE),
                article("sold", "Bank buys ferry", LocalDate.of(2014, 3, 5), SOLD),
                article(
                    "fire",
                    "Fire aboard",
                    LocalDate.of(2012, 9, 8),
                    "A fire damaged the night ferry to Norholm."),
                article(
                    "hall",
                    "Market hall",
                    LocalDate.of(2015, 1, 2),
                    "The market hall opened with forty stalls.")));
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  private static List<TimelineEvent> events(@Nullable DateRange days) {
    return archive
        .timelineFinder(CONFIDENT)
        .find(question("the night ferry to Norholm"), days, 10)
        .events();
  }

  @Test
  void eachEventOccursOnceInChronologicalOrderWithTheOtherArticles() {
    var events = events(null);

    assertThat(events)
        .extracting(event -> event.days().from())
        .containsExactly(
            LocalDate.of(2012, 9, 8), LocalDate.of(2014, 3, 3), LocalDate.of(2017, 5, 1));
    assertThat(events).extracting(TimelineEvent::stated).containsExactly(false, true, true);
    var sale = events.get(1);
    assertThat(List.of(sale.sentence().text(), sale.alsoIn().getFirst().text()))
        .containsExactlyInAnyOrder(SALE, SOLD);
    assertThat(sale.alsoIn()).extracting(CandidateSentence::articleId).hasSize(1);
  }

  @Test
  void theDaysOfTheEventsCanBeRestricted() {
    assertThat(events(new DateRange(LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31))))
        .extracting(event -> event.days().from())
        .containsExactly(LocalDate.of(2014, 3, 3));
  }

  @Test
  void theBestEventsAreShownAndTheOthersAreCounted() {
    var timeline =
        archive.timelineFinder(CONFIDENT).find(question("the night ferry to Norholm"), null, 2);

    assertThat(timeline.events()).hasSize(2);
    assertThat(timeline.left()).isOne();
  }

  @Test
  void anIrrelevantTopicHasNoEvents() {
    var timeline =
        archive.timelineFinder(IRRELEVANT).find(question("the price of tomatoes"), null, 10);

    assertThat(timeline.events()).isEmpty();
  }
}
