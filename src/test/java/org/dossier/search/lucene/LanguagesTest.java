package org.dossier.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dossier.archive.Article;
import org.dossier.search.Filters;
import org.dossier.search.HarbourFixture;
import org.dossier.search.analysis.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "?",
      value = {
        "en    | Ferries are late.             | en",
        "EN-gb | Ferries are late.             | en",
        "pt-BR | Os barcos chegam tarde.       | pt",
        "nb    | Fergene er forsinket.         | no",
        "ja    | 船が遅れている。              | cjk",
        "xx    | Ferries are late.             | und",
        "he    | המעבורות מאחרות.              | und",
        "?     | Ferries are late.             | en",
        "?     | 1234                          | en",
        "?     | Паромы опаздывают.            | ru",
        "?     | وصلت السفن إلى الميناء.        | ar",
        "?     | کشتی‌ها به چند بندر رسیدند.     | fa",
        "?     | 船が遅れている。              | cjk",
        "?     | המעבורות מאחרות.              | und",
        "?     | Τα πλοία καθυστερούν (ferry). | el"
      })
  void theTagOrElseTheScriptDeterminesTheLanguage(String tag, String text, String language) {
    assertThat(Languages.of(tag, text)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "?",
      value = {
        "de | Die Häuser am Hafen wurden verkauft.          | Haus",
        "de | Im Maerz wird die Strasse gesperrt.           | Straße",
        "fr | Les bateaux quittaient les îles chaque matin. | bateau",
        "ru | Корабли стоят у новых причалов.               | корабль",
        "ar | وصلت السفن إلى الميناء الجديد.                 | سفن",
        "fa | کشتی‌ها امروز به بندر جدید رسیدند.              | كشتي",
        "?  | کشتی‌ها امروز به چند بندر رسیدند.              | بندر",
        "ja | 新しい水門が火曜日に開いた。                   | 水門",
        "en | Zoë Müller's ferries were late.               | zoe muller",
        "xx | Zoë Müller bleibt.                            | Muller"
      })
  void inflectedFormsOfAWordAreFound(
      String language, String text, String question, @TempDir Path folder) {
    try (var harbourFixture = new HarbourFixture(folder)) {
      harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.inLanguage("wanted", language, text));

      assertThat(harbourFixture.articlesByWords(question)).containsExactly("wanted");
    }
  }

  @Test
  void aQuestionSearchesAllLanguagesOfTheArchive(@TempDir Path folder) {
    try (var harbourFixture = new HarbourFixture(folder)) {
      harbourFixture.put(
          HarbourFixture.inLanguage("english", "en", "The museum of Bremerhaven is open."),
          HarbourFixture.inLanguage("german", "de", "Das Museum von Bremerhaven ist offen."),
          HarbourFixture.inLanguage("russian", "ru", "Музей Bremerhaven открыт."));

      assertThat(harbourFixture.articlesByWords("Bremerhaven"))
          .containsExactlyInAnyOrder("english", "german", "russian");
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "?",
      value = {"?", "en"})
  void eachPassageIsFoundByTheRulesOfItsOwnLanguage(String tag, @TempDir Path folder) {
    var german = "Die Häuser am Hafen wurden von der Stadt verkauft, und das ist nicht neu. ";
    var english = "The houses at the harbour were sold by the city, and that is not new. ";
    try (var harbourFixture = new HarbourFixture(folder)) {
      harbourFixture.put(
          HarbourFixture.inLanguage("both", tag, english.repeat(9) + "\n\n" + german.repeat(9)));

      harbourFixture
          .index()
          .search(snapshot -> {
            var hits = snapshot.searchLexical("Haus house", Filters.NONE, 10);
            assertThat(snapshot.languages(hits)).containsExactlyInAnyOrder("en", "de");
            return hits;
          });
    }
  }

  @Test
  void theMonthIsInTheArticlesLanguage(@TempDir Path folder) {
    try (var harbourFixture = new HarbourFixture(folder)) {
      var dated = HarbourFixture.inLanguage("may", "ru", "Причал открыт.");
      harbourFixture.put(
          new Article(
              "may",
              null,
              null,
              List.of(),
              null,
              "ru",
              LocalDate.of(2019, 5, 14),
              false,
              null,
              dated.text()));

      assertThat(harbourFixture.articlesByWords("май 2019")).containsExactly("may");
      assertThat(harbourFixture.articlesByWords("мая")).containsExactly("may");
    }
  }
}
