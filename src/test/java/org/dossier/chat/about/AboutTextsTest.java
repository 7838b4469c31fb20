package org.dossier.chat.about;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AboutTextsTest {
  private static final AboutTexts ENGLISH = AboutTexts.read("en");

  static Stream<String> languages() {
    return AboutQuestionDetector.LANGUAGES.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasTheTextsOfEnglishWithTheSamePlaceholders(String language) {
    var texts = AboutTexts.read(language);

    assertThat(texts.keys()).isEqualTo(ENGLISH.keys());
    assertThat(texts.keys())
        .allSatisfy(key ->
            assertThat(ENGLISH.placeholders(key)).as(key).containsAll(texts.placeholders(key)));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyTextHasEveryPlural(String language) {
    var texts = AboutTexts.read(language);
    for (var key : texts.keys()) {
      for (int number : List.of(0, 1, 2, 3, 5, 11, 21, 100)) {
        var values = new HashMap<String, Object>();
        texts.placeholders(key).forEach(name -> values.put(name, "value"));
        values.put("articles", number);
        values.put("count", number);
        assertThat(texts.format(key, values)).as(key).isNotBlank().doesNotContain("{", "}");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0    | The archive contains 0 articles.
          1    | The archive contains 1 article.
          1234 | The archive contains 1,234 articles.
          """)
  void numbersHaveTheirPlural(int number, String expected) {
    assertThat(ENGLISH.format("size", Map.of("articles", number))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 16 August 2011
          de | 16. August 2011
          fr | 16 août 2011
          es | 16 de agosto de 2011
          ru | 16 августа 2011 г.
          fa | ۱۶ اوت ۲۰۱۱
          ar | 16 أغسطس 2011
          """)
  void daysAreWrittenAsInTheLanguage(String language, String expected) {
    var day = AboutTexts.read(language).day(LocalDate.of(2011, 8, 16));

    assertThat(day.replaceAll("\\h", " ")).isEqualTo(expected);
  }

  @Test
  void sentenceEndsWithOnePeriod() {
    var russian = AboutTexts.read("ru");
    var values = Map.of("dated", "yes", "from", "1 мая 2011 г.", "to", "2 мая 2011 г.");

    assertThat(russian.format("period", values)).endsWith("по 2 мая 2011 г.");
  }

  @Test
  void daysAreGregorian() {
    assertThat(ENGLISH.day(LocalDate.of(2011, 11, 1))).isEqualTo("1 November 2011");
    assertThat(ENGLISH.day(LocalDate.of(1066, 10, 14))).isEqualTo("14 October 1066");
    assertThat(ENGLISH.year(LocalDate.of(2011, 1, 1))).isEqualTo("2011");
  }

  @Test
  void missingTextsAndValuesAreRejected() {
    assertThatThrownBy(() -> ENGLISH.format("none")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ENGLISH.format("size"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("articles");
    assertThatThrownBy(() -> AboutTexts.read("xx")).isInstanceOf(IllegalStateException.class);
  }
}
