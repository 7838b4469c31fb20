package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class SearchResourceTest {
  @Test
  void evidenceIsArticleTextWithHighlightedTerms() {
    var found = Api.get("/api/search?q=injections+of+Sputnik&limit=1").json();

    assertThat(found.path("evidence")).hasSize(1);
    var best = found.path("evidence").path(0);
    assertThat(best.path("rank").asInt()).isEqualTo(1);
    var id = best.path("article").path("id").asText();
    assertThat(id).isEqualTo("2021-04-13-high-level-talks-in-tehran");
    var article = Api.get("/api/articles/" + id).json().path("text").asText();
    var passage = best.path("text").asText();
    assertThat(passage)
        .isEqualTo(article.substring(best.path("start").asInt(), best.path("end").asInt()));
    assertThat(best.path("highlights"))
        .extracting(word -> passage.substring(word.path("start").asInt(), word.path("end").asInt()))
        .contains("Sputnik");
    assertThat(best.path("scores").path("bm25").asDouble()).isPositive();
    assertThat(found.path("passages").asLong()).isPositive();
  }

  @Test
  void filtersRestrictTheResults() {
    var within =
        Api.get("/api/search?q=Iran+Russia&publishedFrom=2011-01-01&publishedTo=2011-12-31").json();
    var byPublisher =
        Api.get("/api/search?q=Iran+Russia&publisher=Tehran+Times&publisher=Nobody").json();

    var asOf = Api.get("/api/search?q=Iran+Russia&asOf=2013-11-30").json();

    assertThat(asOf.path("evidence"))
        .isNotEmpty()
        .allSatisfy(evidence ->
            assertThat(evidence.path("article").path("published").asText()).isLessThan("2013-12"));
    assertThat(within.path("evidence"))
        .isNotEmpty()
        .allSatisfy(evidence ->
            assertThat(evidence.path("article").path("published").asText()).startsWith("2011"));
    assertThat(byPublisher.path("evidence"))
        .isNotEmpty()
        .allSatisfy(evidence ->
            assertThat(evidence.path("article").path("publisher").asText())
                .isEqualTo("Tehran Times"));
  }
}
