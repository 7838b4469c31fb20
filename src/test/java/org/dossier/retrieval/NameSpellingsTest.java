package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.retrieval.RetrievalFixture.LEXICAL_ONLY;
import static org.dossier.retrieval.RetrievalFixture.article;
import static org.dossier.retrieval.RetrievalFixture.question;

import java.nio.file.Path;
import java.util.List;
import org.dossier.question.NameSpellings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameSpellingsTest {
  private static RetrievalFixture fixture;

  @BeforeAll
  static void open(@TempDir Path folder) {
    fixture =
        new RetrievalFixture(
            folder,
            article(
                "ruhani",
                "The harbour master Hassan Ruhani of Norholm met Ada Hill in Lissport. Ruhani praised the locks."),
            article(
                "rouhani",
                "In Lissport, the mayor Ada Hill thanked Hassan Rouhani of Norholm. Rouhani had repaired the locks."),
            article("composer", "The composer Ivan Petrov of Lissport wrote a song for Femke Aal."),
            article("driver", "The driver Ivan Petrow won the rally of Sandby before Jonas Krul."),
            article("tenor", "The tenor Omar Bagheri sang with Grietje Vos in Lissport."),
            article(
                "baker",
                "The bakers Omar Baqeri and Grietje Vos, not the tenor Omar Bagheri, are from Lissport."),
            article("nora", "Nora Ibrahimi and Ada Hill built the tower of Norholm."),
            article("karl", "Karl Ibrahimy and Ada Hill painted the tower of Norholm."));
    fixture.index.catchUp();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void spellingsOfOneNameAreAliasesInBothDirections() {
    assertThat(spellings("What did Ruhani praise?")).containsExactly("Rouhani");
    assertThat(spellings("What did Hassan Rouhani repair?")).containsExactly("Ruhani");
  }

  @Test
  void personsInOtherContextsStayApart() {
    assertThat(spellings("Who is Ivan Petrov?")).isEmpty();
    assertThat(spellings("Who is Ivan Petrow?")).isEmpty();
  }

  @Test
  void personsWhomAnArticleDistinguishesStayApart() {
    assertThat(spellings("Where is Omar Bagheri from?")).isEmpty();
    assertThat(spellings("Where is Omar Baqeri from?")).isEmpty();
  }

  @Test
  void personsWithOtherGivenNamesStayApart() {
    assertThat(spellings("What did Ibrahimi do?")).isEmpty();
    assertThat(spellings("What did Ibrahimy do?")).isEmpty();
  }

  @Test
  void articlesWithTheOtherSpellingAreFound() {
    assertThat(fixture.retriever(LEXICAL_ONLY).retrieve(question("Ruhani")).evidence())
        .extracting(evidence -> evidence.source().article().id())
        .containsExactly("ruhani", "rouhani");
  }

  @Test
  void spellingsAreFoundOnceForEachStateOfTheIndex(@TempDir Path folder) {
    try (var changing =
        new RetrievalFixture(
            folder,
            article("one", "Hassan Ruhani of Norholm met Ada Hill in Lissport."),
            article("two", "Hassan Rouhani of Norholm met Ada Hill in Lissport."))) {
      changing.index.catchUp();
      var cache = new SpellingCache(changing.index, changing.archive, 10);
      assertThat(cache.get("Where is Ruhani?")).containsExactly("Rouhani");

      changing.archive.delete("two");
      assertThat(cache.get("Where is Ruhani?")).as("from the cache").containsExactly("Rouhani");

      changing.index.catchUp();
      assertThat(cache.get("Where is Ruhani?")).isEmpty();
    }
  }

  private static List<String> spellings(String question) {
    return fixture.index.search(
        snapshot -> new NameSpellings(snapshot, fixture.archive::findAll).of(question));
  }
}
