package org.dossier.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dossier.search.Filters;
import org.dossier.text.date.DateFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "Lavrov talks, Lavrov", // always with a capital in the archive
    "Zorblax talks, Zorblax", // not in the archive, and no common word
    "Iran talks, Iran", // a country
    "HSB talks, HSB",
    "Ferry timetable, ", // a small letter in the archive
    "Gallery timetable, ", // not in the archive, and a common word
    "Is the Gallery open?, Gallery" // not the first word
  })
  void theFirstWordIsRequiredIfTheArchiveWritesItLikeAName(
      String question, String name, @TempDir Path folder) {
    var texts = List.of("Ferry talks: a ferry of Lavrov sank.", "The ferry and Lavrov.");
    try (var smallArchive = SmallArchive.of(folder, texts)) {
      var mentions =
          smallArchive
              .index()
              .search(indexSnapshot ->
                  RequiredMentions.of(
                      new Question(question, Filters.NONE, LocalDate.parse("2026-11-21")),
                      indexSnapshot));

      assertThat(mentions.names()).isEqualTo(name == null ? List.of() : List.of(name));
    }
  }

  private static RequiredMentions mentions(String question) {
    return RequiredMentions.of(new Question(question, Filters.NONE, LocalDate.parse("2026-11-21")));
  }
}
