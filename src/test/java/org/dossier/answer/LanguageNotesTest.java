package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageNotesTest {
  private static final String ENGLISH = LanguageNotes.of("en").text();

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "it", "pt", "nl", "ru", "fa", "ar", "tr"})
  void detectedLanguagesHaveATextOfTheirOwn(String language) {
    assertThat(LanguageNotes.of(language).text()).isNotBlank().isNotEqualTo(ENGLISH);
  }

  @Test
  void otherLanguagesHaveTheEnglishText() {
    assertThat(LanguageNotes.of("und").text()).isEqualTo(ENGLISH);
    assertThat(LanguageNotes.of("el").values()).containsExactly("el");
  }
}
