package org.dossier.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract of the words of the archive for every engine behind the search port.
public abstract class SpellingContract {
  @TempDir private Path folder;

  /// An empty archive in `folder` with an index in the engine.
  protected abstract HarbourFixture open(Path folder);

  @ParameterizedTest
  @CsvSource({
    "tomatos, 1, Tomatoes", // omitted
    "growerss, 1, Growers", // inserted
    "telephome, 1, telephone", // replaced
    "telephoone, 1, telephone",
    "teelpohne, 2, telephone", // two exchanges
    "musuem, 1, museum", // exchanged
    "nuseum, 1, museum", // the first letter
    "GAZETE, 1, Gazette", // of the publisher
    "oopening, 2, ",
    "TOMATOES, 0, Tomatoes",
    "tomatos, 0, ",
    "aslandz, 2, " // the first letter and another one
  })
  void wordsWithinTheNumberOfEditsAreSimilar(String word, int maxEdits, String expected) {
    try (var harbourFixture = fixture()) {
      assertThat(similar(harbourFixture, word, maxEdits, "en"))
          .extracting(SimilarWord::text)
          .isEqualTo(expected == null ? List.of() : List.of(expected));
    }
  }

  @Test
  void everyWrittenFormIsCounted() {
    try (var harbourFixture = open(folder)) {
      harbourFixture.put(
          HarbourFixture.article("a", null, null, null, "Sørensen came. Then SORENSEN left."),
          HarbourFixture.article("b", null, null, null, "They met Sørensen’s wife."));

      assertThat(similar(harbourFixture, "sorensan", 1, "en"))
          .containsExactly(new SimilarWord("SORENSEN", 1), new SimilarWord("Sørensen", 2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"harbour", "Harbours", "opening", "COURIER", "market", "the"})
  void aWordInAnyInflectionIsKnown(String word) {
    try (var harbourFixture = fixture()) {
      assertThat(isKnown(harbourFixture, word)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"harbor", "tomatos-", "Lavrov", "курьер"})
  void anotherWordIsNotKnown(String word) {
    try (var harbourFixture = fixture()) {
      assertThat(isKnown(harbourFixture, word.replace("tomatos-", "tomatoo"))).isFalse();
    }
  }

  @Test
  void wordsOfDeletedArticlesDoNotCount() {
    try (var harbourFixture = fixture()) {
      harbourFixture.delete("tomatoes");

      assertThat(isKnown(harbourFixture, "tomatoes")).isFalse();
      assertThat(similar(harbourFixture, "tomatos", 1, "en")).isEmpty();
      assertThat(similar(harbourFixture, "telephoon", 2, "en")).isNotEmpty();
    }
  }

  @Test
  void wordsOfTheSameLanguagePrecede() {
    try (var harbourFixture = open(folder)) {
      harbourFixture.put(
          HarbourFixture.inLanguage("de", "de", "Der Hafenmeister kam."),
          HarbourFixture.inLanguage("ru", "ru", "Лавров приехал."));

      assertThat(similar(harbourFixture, "hafenmeistr", 1, "en")).hasSize(1);
      assertThat(similar(harbourFixture, "Лаврав", 1, null))
          .containsExactly(new SimilarWord("Лавров", 1));

      harbourFixture.put(HarbourFixture.LOCK);

      assertThat(similar(harbourFixture, "hafenmeistr", 1, "en")).isEmpty();
      assertThat(similar(harbourFixture, "hafenmeistr", 1, "de")).hasSize(1);
      assertThat(isKnown(harbourFixture, "Hafenmeister")).isTrue();
    }
  }

  private HarbourFixture fixture() {
    var harbourFixture = open(folder);
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES, HarbourFixture.UNDATED);
    return harbourFixture;
  }

  private static List<SimilarWord> similar(
      HarbourFixture harbourFixture, String word, int maxEdits, @Nullable String language) {
    return harbourFixture
        .index()
        .search(indexSnapshot -> indexSnapshot.similarWords(word, maxEdits, language));
  }

  private static boolean isKnown(HarbourFixture harbourFixture, String word) {
    return harbourFixture.index().search(indexSnapshot -> indexSnapshot.isKnown(word));
  }
}
