package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dossier.web.json.Links;
import org.dossier.web.request.PercentEncoding;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class CountResourceTest {
  @Test
  void theCountIsTheNumberOfArticlesWithThePhrase() {
    var counted = Api.get("/api/count?phrase=Lavrov&by=year&by=publisher&limit=100").json();

    long expected =
        articles().stream()
            .filter(article ->
                (article.path("title").asText() + "\n" + article.path("text").asText())
                    .contains("Lavrov"))
            .count();
    assertThat(expected).isPositive();
    assertThat(counted.path("articles").asLong()).isEqualTo(expected);
    assertThat(counted.path("list")).hasSize((int) expected);
    assertThat(counted.path("rule").asText()).contains("“Lavrov”");
    assertThat(counted.path("groups")).hasSize(2);
    for (var groups : counted.path("groups")) {
      assertThat(sum(groups.path("groups"))).isEqualTo(expected);
    }
  }

  @Test
  void aPersonIsCountedByAllNames() {
    var byFamilyName = Api.get("/api/count?phrase=Lavrov&by=person").json();
    var byFullName = Api.get("/api/count?phrase=Sergei+Lavrov&by=person").json();

    assertThat(byFamilyName).isEqualTo(byFullName);
    assertThat(byFullName.path("names").path(0).toString())
        .contains("\"Sergei Lavrov\"", "\"Lavrov\"");
    var persons = byFullName.path("groups").path(0);
    assertThat(persons.path("by").asText()).isEqualTo("person");
    var first = persons.path("groups").path(0);
    assertThat(first.path("key").asText()).isEqualTo("Sergei Lavrov");
    assertThat(first.path("articles")).isEqualTo(byFullName.path("articles"));
  }

  @Test
  void everyListedArticleQuotesItsFirstMention() {
    var counted = Api.get("/api/count?phrase=%22Lavrov%22&limit=100").json();

    assertThat(counted.path("list")).isNotEmpty();
    for (var entry : counted.path("list")) {
      var text =
          Api.get(Links.json(entry.path("article").path("id").asText()))
              .json()
              .path("text")
              .asText();
      assertThat(entry.path("quote").asText())
          .isEqualTo(text.substring(entry.path("start").asInt(), entry.path("end").asInt()));
      int mention = entry.path("mention").path("start").asInt();
      assertThat(mention).isEqualTo(text.indexOf("Lavrov"));
      assertThat(Api.page(entry.path("link").asText()).body()).contains("<mark");
    }
  }

  @Test
  void thePagesOfTheListHaveEveryArticleOnce() {
    var all = Api.get("/api/count?limit=100").json();
    var ids = new ArrayList<String>();
    var next = "";
    do {
      var page =
          Api.get(
                  "/api/count?limit=3"
                      + (next.isEmpty() ? "" : "&after=" + PercentEncoding.encode(next)))
              .json();
      assertThat(page.path("articles")).isEqualTo(all.path("articles"));
      page.path("list").forEach(entry -> ids.add(entry.path("article").path("id").asText()));
      next = page.path("next").isNull() ? "" : page.path("next").asText();
    } while (!next.isEmpty());

    assertThat(ids)
        .hasSize(all.path("articles").asInt())
        .containsExactlyElementsOf(
            StreamSupport.stream(all.path("list").spliterator(), false)
                .map(entry -> entry.path("article").path("id").asText())
                .toList());
  }

  @Test
  void aPhraseThatNoArticleMentionsIsCountedAsZero() {
    var counted = Api.get("/api/count?phrase=Zanzibar&by=year").json();

    assertThat(counted.path("articles").asLong()).isZero();
    assertThat(counted.path("list")).isEmpty();
    assertThat(counted.path("next").isNull()).isTrue();
  }

  @Test
  void aSearchCountsTheArticlesItFindsByFacet() {
    var found = Api.get("/api/search?q=Sputnik&facet=year&facet=publisher").json();
    var counted = Api.get("/api/count?phrase=Sputnik&by=year&by=publisher").json();

    assertThat(found.path("facets")).isNotEmpty().isEqualTo(counted.path("groups"));
    assertThat(Api.get("/api/search?q=Sputnik").json().path("facets")).isEmpty();
  }

  private static long sum(JsonNode groups) {
    return StreamSupport.stream(groups.spliterator(), false)
        .mapToLong(group -> group.path("articles").asLong())
        .sum();
  }

  private static List<JsonNode> articles() {
    var articles = new ArrayList<JsonNode>();
    for (var listed : Api.get("/api/articles?limit=500").json().path("articles")) {
      articles.add(Api.get(Links.json(listed.path("id").asText())).json());
    }
    return articles;
  }
}
