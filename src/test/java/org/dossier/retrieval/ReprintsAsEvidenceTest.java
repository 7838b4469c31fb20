package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.retrieval.RetrievalFixture.LEXICAL_ONLY;
import static org.dossier.retrieval.RetrievalFixture.question;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.question.Exclusions;
import org.dossier.search.Filters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReprintsAsEvidenceTest {
  private static final LocalDate DAY = LocalDate.parse("2022-05-03");
  private static final String QUESTION = "When does the ferry to Ousel Bay sail?";

  private static final String WIRE =
      """
      The ferry to Ousel Bay sails at noon from today, the harbour office announced on Tuesday evening.
      Captain Ilse Varga said that the earlier departure helps commuters from the southern villages.
      The council had asked for another timetable since the bridge was closed in January last year.
      Tickets cost four crowns, and children under twelve years travel without a ticket until autumn.
      """;

  private static final String EDITED =
      WIRE.replace("announced on Tuesday evening", "confirmed late on Tuesday")
          .replace("Captain Ilse Varga said", "Captain Varga told reporters")
          .replace("since the bridge", "after the old bridge");

  @TempDir private Path folder;

  private RetrievalFixture fixture(Article... articles) {
    var fixture = new RetrievalFixture(folder, articles);
    fixture.detectReprints();
    return fixture;
  }

  private static Article article(String id, String publisher, int day, String text) {
    return new Article(
        id, "Title " + id, publisher, List.of(), null, "en", DAY.plusDays(day), false, null, text);
  }

  private static Article[] reprints() {
    return new Article[] {
      article("gull", "Gull", 1, EDITED),
      article("agency", "Agency", 0, WIRE),
      article("tern", "Tern", 2, WIRE),
      article("other", "Gull", 1, "The ferry to Vester sails at nine, the office said.")
    };
  }

  @Test
  void anArticleAndItsReprintsAreOneSource() {
    try (var fixture = fixture(reprints())) {
      var evidence = fixture.retriever(LEXICAL_ONLY).retrieve(question(QUESTION)).evidence();

      assertThat(evidence)
          .extracting(ReprintsAsEvidenceTest::id)
          .containsExactly("agency", "other");
      assertThat(ids(evidence.getFirst().reprints())).containsExactly("gull", "tern");
      assertThat(evidence.getFirst().text()).contains("sails at noon");
      assertThat(evidence.getLast().reprints()).isEmpty();
    }
  }

  @Test
  void anotherArticleOfTheGroupIsCitedIfTheCitedOneIsWithdrawn() {
    try (var fixture = fixture(reprints())) {
      fixture.archive.delete("agency");
      fixture.index.catchUp();

      var first =
          fixture.retriever(LEXICAL_ONLY).retrieve(question(QUESTION)).evidence().getFirst();

      assertThat(id(first)).isEqualTo("gull");
      assertThat(ids(first.reprints())).containsExactly("tern");
    }
  }

  @Test
  void articlesOutsideTheFiltersAreNeitherCitedNorListed() {
    try (var fixture = fixture(reprints())) {
      var publishers = new Filters(null, null, Set.of("gull", "TERN"));
      var later = new Filters(DAY.plusDays(2), null, Set.of());
      var retriever = fixture.retriever(LEXICAL_ONLY);

      var first = retriever.retrieve(question(QUESTION, publishers)).evidence().getFirst();
      assertThat(id(first)).isEqualTo("gull");
      assertThat(ids(first.reprints())).containsExactly("tern");

      first = retriever.retrieve(question(QUESTION, later)).evidence().getFirst();
      assertThat(id(first)).isEqualTo("tern");
      assertThat(first.reprints()).isEmpty();
    }
  }

  @Test
  void excludedArticlesAreNeitherCitedNorListed() {
    try (var fixture = fixture(reprints())) {
      var excluding = question(QUESTION).excluding(new Exclusions(Set.of("agency"), Set.of()));

      var first = fixture.retriever(LEXICAL_ONLY).retrieve(excluding).evidence().getFirst();

      assertThat(id(first)).isEqualTo("gull");
      assertThat(ids(first.reprints())).containsExactly("tern");
    }
  }

  @Test
  void wordsThatOnlyAReprintHasAreItsEvidence() {
    var own =
        " The Gull has learned that dogs pay half a crown on weekdays, that bicycles are free on board, "
            + "and that the kiosk at the pier sells coffee, newspapers, umbrellas and postcards daily.";
    try (var fixture =
        fixture(
            article("agency", "Agency", 0, WIRE), article("gull", "Gull", 1, WIRE + "\n" + own))) {
      var evidence =
          fixture
              .retriever(LEXICAL_ONLY)
              .retrieve(question("Which dogs pay half a crown, and what does the kiosk sell?"))
              .evidence();

      assertThat(evidence)
          .anySatisfy(passage -> {
            assertThat(id(passage)).isEqualTo("gull");
            assertThat(passage.text()).contains("kiosk");
            assertThat(ids(passage.reprints())).containsExactly("agency");
          });
      assertThat(evidence).extracting(Evidence::printedText).containsOnly("agency");
    }
  }

  private static String id(Evidence evidence) {
    return evidence.source().article().id();
  }

  private static List<String> ids(List<ArticleVersion> versions) {
    return versions.stream().map(version -> version.article().id()).toList();
  }
}
