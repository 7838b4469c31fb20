package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An article of March 2011 that was changed in May 2013, and again on the day of the test.
class AsOfTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2011, 3, 1);
  private static final LocalDate CHANGED = LocalDate.of(2013, 5, 6);

  private static final String FIRST =
      "The night ferry to Norholm costs four euros. The ferry is white.";
  private static final String SECOND =
      "The night ferry to Norholm costs five euros. The ferry is white.";
  private static final String THIRD =
      "The night ferry to Norholm costs nine euros. The ferry is white.";

  @TempDir Path folder;

  @Test
  void articlesHaveTheTextOfThen() {
    try (var fixture = new RetrievalFixture(folder, article(FIRST, null))) {
      fixture.archive.put(List.of(article(SECOND, CHANGED)));
      fixture.archive.put(List.of(article(THIRD, null)));
      fixture.index.catchUp();

      assertThat(texts(fixture, null)).containsExactly(THIRD);
      assertThat(texts(fixture, LocalDate.of(2014, 1, 1))).containsExactly(SECOND);
      assertThat(texts(fixture, CHANGED)).containsExactly(SECOND);
      assertThat(texts(fixture, CHANGED.minusDays(1))).containsExactly(FIRST);
      assertThat(texts(fixture, PUBLISHED)).containsExactly(FIRST);
      assertThat(texts(fixture, PUBLISHED.minusDays(1))).isEmpty();
    }
  }

  @Test
  void versionOfThenIsTheSource() {
    try (var fixture = new RetrievalFixture(folder, article(FIRST, null))) {
      fixture.archive.put(List.of(article(SECOND, CHANGED)));
      fixture.index.catchUp();

      var evidence = evidence(fixture, LocalDate.of(2012, 1, 1)).getFirst();

      assertThat(evidence.source()).extracting(ArticleVersion::number).isEqualTo(1);
      assertThat(evidence.source().current()).isFalse();
      assertThat(evidence.text()).isEqualTo(FIRST);
    }
  }

  @Test
  void wordsThatWereAddedLaterFindNothing() {
    try (var fixture = new RetrievalFixture(folder, article("It is white.", null))) {
      fixture.archive.put(List.of(article(SECOND, CHANGED)));
      fixture.index.catchUp();

      assertThat(texts(fixture, CHANGED)).containsExactly(SECOND);
      assertThat(texts(fixture, PUBLISHED)).isEmpty();
    }
  }

  @Test
  void withdrawnArticlesAreNotFoundInAnyVersion() {
    try (var fixture = new RetrievalFixture(folder, article(FIRST, null))) {
      fixture.archive.put(List.of(article(SECOND, CHANGED)));
      fixture.archive.delete("ferry");
      fixture.index.catchUp();

      assertThat(texts(fixture, PUBLISHED)).isEmpty();
      assertThat(fixture.archive.findAsOf("ferry", PUBLISHED)).isEmpty();
    }
  }

  private static Article article(String text, @Nullable LocalDate updated) {
    return new Article("ferry", null, null, List.of(), null, "en", PUBLISHED, false, updated, text);
  }

  private static List<String> texts(RetrievalFixture fixture, @Nullable LocalDate asOf) {
    return evidence(fixture, asOf).stream().map(Evidence::text).toList();
  }

  private static List<Evidence> evidence(RetrievalFixture fixture, @Nullable LocalDate asOf) {
    var filters = asOf == null ? Filters.NONE : Filters.NONE.asOf(asOf);
    return fixture
        .retriever(Map.of())
        .retrieve(RetrievalFixture.question("What does the night ferry cost?", filters))
        .evidence();
  }
}
