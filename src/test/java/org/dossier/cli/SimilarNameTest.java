package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarNameTest {
  private static final List<String> KNOWN =
      List.of("ask", "serve", "search", "Tehran Times", "DOSSIER_MODEL");

  @ParameterizedTest
  @CsvSource({
    "aks, ask",
    "asks, ask",
    "serv, serve",
    "serach, search",
    "tehran tmes, Tehran Times",
    "DOSSIER_MODLE, DOSSIER_MODEL",
  })
  void misspeltNameIsRecognized(String name, String expected) {
    assertThat(SimilarName.find(name, KNOWN)).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({"help", "frobnicate", "sk12", "Times", "''"})
  void otherNameHasNoSuggestion(String name) {
    assertThat(SimilarName.find(name, KNOWN)).isEmpty();
  }
}
