package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dossier.search.Filters;
import org.dossier.text.date.DateFinder;
import org.junit.jupiter.api.Test;

class RequiredMentionsTest {
  @Test
  void eachNameIsRequiredOnce() {
    assertThat(mentions("Did Ada Berg meet Otto Brand before Ada Berg left?").names())
        .containsExactly("Ada Berg", "Otto Brand");
  }

  @Test
  void datesWithAYearAreRequired() {
    assertThat(mentions("What opened in May 1911?").years())
        .extracting(DateFinder::format)
        .containsExactly("May 1911");
  }

  @Test
  void relativeDatesAreNotRequired() {
    assertThat(mentions("What opened last month?").years()).isEmpty();
  }

  @Test
  void aQuestionWithoutNamesAndDatesRequiresNothing() {
    var mentions = mentions("what does the ferry carry?");

    assertThat(mentions.names()).isEmpty();
    assertThat(mentions.years()).isEmpty();
  }

  private static RequiredMentions mentions(String question) {
    return RequiredMentions.of(new Question(question, Filters.NONE, LocalDate.parse("2026-11-21")));
  }
}
