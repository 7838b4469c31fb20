package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.web.json.Links;
import org.dossier.web.request.PercentEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class ArticlesResourceTest {

  @Test
  void storedArticlesCanBeReadAndCitedImmediately() {
    var added =
        Api.put(
            "put/lighthouse",
            Map.of(
                "title", "Lighthouse sold",
                "publisher", "Harbour Gazette",
                "authors", List.of("Ada Lowe", "Ben Noor"),
                "published", "2024-03-05",
                "publishedInferred", true,
                "updated", "2024-03-06",
                "url", "https://example.org/lighthouse",
                "language", "en",
                "text", "The Zorvath lighthouse was sold for 42 million crowns."));

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json().path("outcome").asText()).isEqualTo("added");
    assertThat(added.headers().firstValue("location"))
        .hasValue(Api.address("/api/articles/put/lighthouse").toString());
    var read = Api.get("/api/articles/put/lighthouse").json();
    assertThat(read.path("version")).isEqualTo(added.json().path("version"));
    assertThat(read.path("publishedInferred").asBoolean()).isTrue();
    assertThat(read.path("published").asText()).isEqualTo("2024-03-05");
    assertThat(read.path("authors")).isEqualTo(Api.parse("[\"Ada Lowe\",\"Ben Noor\"]"));
    assertThat(read.path("versionNumber").asInt()).isEqualTo(1);
    assertThat(read.path("current").asBoolean()).isTrue();
    var reply = Api.ask("For how much was the Zorvath lighthouse sold?");
    ReplyRules.check(reply);
    assertThat(reply.path("answer").asText()).contains("42 million crowns");
  }

  @Test
  void changedTextIsANewVersionAndTheOldOneRemains() {
    var first = Api.put("put/tower", Map.of("text", "The tower is tall."));
    var same = Api.put("put/tower", Map.of("text", "The tower is tall."));
    var second = Api.put("put/tower", Map.of("text", "The tower fell."));

    assertThat(same.status()).isEqualTo(200);
    assertThat(same.json().path("outcome").asText()).isEqualTo("unchanged");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().path("outcome").asText()).isEqualTo("changed");
    var old =
        Api.get("/api/articles/put/tower?version=" + first.json().path("version").asText()).json();
    assertThat(old.path("text").asText()).isEqualTo("The tower is tall.");
    assertThat(old.path("current").asBoolean()).isFalse();
    var now = Api.get("/api/articles/put/tower").json();
    assertThat(now.path("text").asText()).isEqualTo("The tower fell.");
    assertThat(now.path("versionNumber").asInt()).isEqualTo(2);
    assertThat(Api.get("/api/articles/put/tower?version=none").status()).isEqualTo(404);
  }

  @Test
  void deletedArticlesAnswerNothingImmediately() {
    Api.put("put/mill", Map.of("text", "The Quivling mill burned down on 3 May 2020."));
    var question = "When did the Quivling mill burn down?";
    assertThat(Api.ask(question).path("status").asText()).isEqualTo("answered");

    assertThat(Api.delete("/api/articles/put/mill").status()).isEqualTo(204);

    var reply = Api.ask(question);
    ReplyRules.check(reply);
    assertThat(reply.path("status").asText()).isEqualTo("abstained");
    assertThat(reply.toString()).doesNotContain("put/mill");
    assertThat(Api.get("/api/search?q=Quivling+mill").body()).doesNotContain("put/mill");
    assertThat(Api.get("/api/articles/put/mill").status()).isEqualTo(410);
    assertThat(Api.delete("/api/articles/put/mill").status()).isEqualTo(410);
    assertThat(Api.page("/articles/put/mill").status()).isEqualTo(410);
  }

  @Test
  void deletedArticlesCanBeStoredAgain() {
    Api.put("put/phoenix", Map.of("text", "Ashes."));
    Api.delete("/api/articles/put/phoenix");

    assertThat(Api.put("put/phoenix", Map.of("text", "A bird.")).status()).isEqualTo(201);

    assertThat(Api.get("/api/articles/put/phoenix").json().path("text").asText())
        .isEqualTo("A bird.");
  }

  @Test
  void unknownArticlesAreReported() {
    assertThat(Api.get("/api/articles/never/there").status()).isEqualTo(404);
    assertThat(Api.delete("/api/articles/never/there").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cnn.com/2022/01/01/x y/ü?#&.html",
        "a+b",
        "a b",
        "%41",
        "http://example.org//x/",
        "/leading",
        "a;b=c",
        "'; DROP TABLE article; --",
        "<b>&amp;</b>",
        "سلام/😀",
        "...",
        "a.b",
        "~"
      })
  void idsMayContainAnyCharacters(String id) {
    assertThat(Api.put(id, Map.of("text", "Words of " + id)).status()).isEqualTo(201);

    for (var path : List.of(Links.json(id), "/api/articles/" + PercentEncoding.encode(id))) {
      var read = Api.get(path).json();
      assertThat(read.path("id").asText()).as(path).isEqualTo(id);
      assertThat(read.path("text").asText()).isEqualTo("Words of " + id);
    }
    assertThat(Api.page(Links.page(id)).status()).isEqualTo(200);
    assertThat(Api.page("/articles/" + PercentEncoding.encode(id)).status()).isEqualTo(200);
    assertThat(Api.delete("/api/articles/" + PercentEncoding.encode(id)).status()).isEqualTo(204);
  }

  @Test
  void articlesAreListedByIdPageByPage() {
    for (int i = 0; i < 5; i++) {
      Api.put("list/" + i, Map.of("text", "Listed " + i));
    }
    var ids = new ArrayList<String>();
    var next = Api.get("/api/articles?limit=2").json();
    long total = next.path("total").asLong();
    while (true) {
      next.path("articles").forEach(article -> ids.add(article.path("id").asText()));
      if (next.path("next").isNull()) {
        break;
      }
      next =
          Api.get(
                  "/api/articles?limit=2&after="
                      + PercentEncoding.encode(next.path("next").asText()))
              .json();
    }

    assertThat(ids).hasSize((int) total).doesNotHaveDuplicates();
    assertThat(ids).contains("list/0", "list/4", "2011-08-16-bilateral-ties");
    assertThat(next.path("earliest").asText()).isEqualTo("2011-08-16");
  }
}
