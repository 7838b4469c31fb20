package org.dossier.ingestion.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateParserTest {

  @ParameterizedTest
  @CsvSource({
    "2024-03-05T08:15:30+02:00, 2024-03-05, 08:15+02:00",
    "2024-03-05T08:15:30.123456Z, 2024-03-05, 08:15Z",
    "2024-03-05T23:40-0500, 2024-03-05, 23:40-05:00",
    "2024/03/05 8:15, 2024-03-05, 08:15",
    "2024-03-05 08:15 PM, 2024-03-05, 20:15",
    "2024-03-05 12:05 a.m., 2024-03-05, 00:05",
    "2024-03-05 08:15 UTC, 2024-03-05, 08:15Z",
    "2024-03-05 08:15:00 +03:30, 2024-03-05, 08:15+03:30",
    "20240305T0815Z, 2024-03-05, 08:15Z",
    "2024年3月5日 08:15, 2024-03-05, 08:15",
    "2024-03-05T00:00Z, 2024-03-05, 00:00Z",
  })
  void timeAndZoneAreKeptAsStated(String text, String day, String time) {
    assertThat(PublicationDateParser.find(text))
        .hasValueSatisfying(date -> {
          assertThat(date.day()).hasToString(day);
          assertThat(date.time()).hasToString(time);
        });
  }

  /// A date without a time is often written as midnight, and the abbreviation of a zone may have
  /// several meanings.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-05",
        "2024-03-05T00:00:00Z",
        "2024-03-05T00:00:00+02:00",
        "2024-03-05 25:15",
        "2024-03-05 13:15 pm",
        "2024-03-05 08:15 CST",
        "2024年3月5日",
        "2024년 3월 5일",
        "5 March 2024"
      })
  void aTimeThatIsNotStatedReliablyIsUnknown(String text) {
    assertThat(PublicationDateParser.find(text))
        .hasValueSatisfying(date -> {
          assertThat(date.day()).hasToString("2024-03-05");
          assertThat(date.time()).isNull();
        });
  }

  @Test
  void noDateHasNoTime() {
    assertThat(PublicationDateParser.find("08:15")).isEmpty();
  }
}
