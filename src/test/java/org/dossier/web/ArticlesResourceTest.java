package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

  private static final Map<String, String> LINES = Map.of("Content-Type", "application/x-ndjson");

  @Test
  void eachLineOfABatchHasAResult() {
    var lines =
        """
        {"id": "lines/pier", "title": "Pier", "published": "2024-03-05", "text": "The Vandrell pier was built in 1911."}
        {"id": "lines/pier", "text": "Again."}

        {"id": "lines/quay"}
        no JSON
        {"id": "lines/lock", "text": "The lock is new.", "published": "sometime"}
        {"id": "lines/dam", "text": "The dam is old."}\
        """;

    var stored = Api.send("POST", "/api/articles", lines, LINES);

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored.type()).startsWith("application/x-ndjson");
    var results = stored.body().lines().map(Api::parse).toList();
    assertThat(results)
        .extracting(result -> result.path("line").asInt())
        .containsExactly(1, 2, 4, 5, 6, 7);
    assertThat(results)
        .extracting(result -> result.path("outcome").asText())
        .containsExactly("added", "rejected", "rejected", "rejected", "rejected", "added");
    assertThat(results)
        .extracting(result -> result.path("field").asText())
        .containsExactly("null", "id", "text", "null", "published", "null");
    assertThat(results.get(1).path("detail").asText()).contains("already occurs in line 1");
    assertThat(results.get(0).path("version"))
        .isEqualTo(Api.get("/api/articles/lines/pier").json().path("version"));
    assertThat(Api.ask("When was the Vandrell pier built?").path("answer").asText())
        .contains("1911");
    assertThat(Api.send("POST", "/api/articles", lines, LINES).body().lines().findFirst())
        .hasValueSatisfying(again -> assertThat(again).contains("unchanged"));
  }

  @Test
  void batchesHaveLimits() {
    var many = Api.send("POST", "/api/articles", "{}\n".repeat(1_001), LINES);
    assertThat(many.status()).isEqualTo(413);
    assertThat(many.json().path("limit").asInt()).isEqualTo(1_000);
    var long_ = Api.send("POST", "/api/articles", "x".repeat((16 << 20) + 1), LINES);
    assertThat(long_.status()).isEqualTo(413);
    assertThat(long_.json().path("limit").asInt()).isEqualTo(16 << 20);
    assertThat(Api.send("POST", "/api/articles", "", LINES).json().path("type").asText())
        .endsWith("missing-body");
    assertThat(Api.send("POST", "/api/articles", "{}", Api.json()).status()).isEqualTo(415);
    var line = Api.send("POST", "/api/articles", "x".repeat((8 << 20) + 1), LINES);
    assertThat(line.body()).contains("is longer than 8,388,608 bytes");
  }

  @Test
  void changeIsConditionalOnTheVersion() {
    var path = "/api/articles/tags/mole";
    var absent = Map.of("Content-Type", "application/json", "If-None-Match", "*");
    var first = Api.send("PUT", path, "{\"text\": \"One.\"}", absent);
    var tag = first.headers().firstValue("etag").orElseThrow();
    assertThat(tag).isEqualTo('"' + first.json().path("version").asText() + '"');
    assertThat(Api.send("PUT", path, "{\"text\": \"Other.\"}", absent).status()).isEqualTo(412);

    var read = Api.get(path);
    assertThat(read.headers().firstValue("etag")).hasValue(tag);
    assertThat(Api.send("GET", path, null, Map.of("If-None-Match", tag)).status()).isEqualTo(304);

    var matching = Map.of("Content-Type", "application/json", "If-Match", tag);
    assertThat(Api.send("PUT", path, "{\"text\": \"Two.\"}", matching).status()).isEqualTo(200);
    var late = Api.send("PUT", path, "{\"text\": \"Three.\"}", matching);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().path("type").asText()).isEqualTo("urn:dossier:problem:version-changed");
    assertThat(late.json().path("field").asText()).isEqualTo("If-Match");
    assertThat(Api.get(path).json().path("text").asText()).isEqualTo("Two.");

    assertThat(Api.send("DELETE", path, null, Map.of("If-Match", tag)).status()).isEqualTo(412);
    var current = Api.get(path).headers().firstValue("etag").orElseThrow();
    var listed = Map.of("If-Match", tag + ", " + current);
    assertThat(Api.send("DELETE", path, null, listed).status()).isEqualTo(204);
    assertThat(Api.send("DELETE", path, null, Map.of("If-Match", "*")).status()).isEqualTo(410);
    var malformed = Api.send("DELETE", path, null, Map.of("If-Match", "mole"));
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.json().path("field").asText()).isEqualTo("If-Match");
  }

  @Test
  void concurrentChangesFromOneVersionSucceedOnce() throws Exception {
    var path = "/api/articles/tags/race";
    var tag =
        Api.put("tags/race", Map.of("text", "One.")).headers().firstValue("etag").orElseThrow();
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(4)) {
      var changes = new ArrayList<java.util.concurrent.Callable<Integer>>();
      for (int i = 0; i < 4; i++) {
        var body = "{\"text\": \"Change %d.\"}".formatted(i);
        changes.add(() ->
            Api.send("PUT", path, body, Map.of("Content-Type", "application/json", "If-Match", tag))
                .status());
      }
      var statuses = new ArrayList<Integer>();
      for (var change : threads.invokeAll(changes)) {
        statuses.add(change.get());
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
    }
  }

  @Test
  void exportedArticlesAreUnchangedWhenIngestedAgain() {
    Api.put(
        "export/one",
        Map.of(
            "title",
            "Ünïcode 🦉",
            "publisher",
            "Export Post",
            "authors",
            List.of("A B", "C"),
            "published",
            "2015-02-03",
            "publishedInferred",
            true,
            "updated",
            "2015-02-04",
            "url",
            "https://example.org/1",
            "language",
            "fa",
            "text",
            "One.\nTwo \"quoted\" \u2028 lines."));
    Api.put("export/two", Map.of("publisher", "export post", "text", "No date."));
    var ndjson = Map.of("Accept", "application/x-ndjson");

    var all = Api.send("GET", "/api/export?publisher=EXPORT+POST", null, ndjson);

    assertThat(all.type()).as(all.body()).startsWith("application/x-ndjson");
    assertThat(all.body().lines().map(line -> Api.parse(line).path("id").asText()))
        .containsExactly("export/one", "export/two");
    var again = Api.send("POST", "/api/articles", all.body(), LINES);
    assertThat(again.body().lines().map(line -> Api.parse(line).path("outcome").asText()))
        .containsExactly("unchanged", "unchanged");
    var dated =
        Api.send("GET", "/api/export?publisher=Export+Post&publishedTo=2015-12-31", null, ndjson);
    assertThat(dated.body().lines()).hasSize(1);
  }

  @Test
  void articlesOfAPublisherOrAPeriodAreWithdrawn() {
    Api.put("bulk/a", Map.of("publisher", "Bulk Post", "published", "2015-05-01", "text", "A."));
    Api.put("bulk/b", Map.of("publisher", "Bulk Post", "published", "2016-05-01", "text", "B."));
    Api.put(
        "bulk/c", Map.of("publisher", "Other Bulk Post", "published", "2015-06-01", "text", "C."));
    Api.put("bulk/d", Map.of("publisher", "Bulk Post", "text", "D."));

    var period =
        Api.delete(
            "/api/articles?publishedFrom=2015-01-01&publishedTo=2015-12-31&publisher=bulk+post");
    assertThat(period.body()).isEqualTo("{\"deleted\":1}");
    assertThat(Api.get("/api/articles/bulk/a").status()).isEqualTo(410);
    assertThat(Api.get("/api/articles/bulk/c").status()).isEqualTo(200);
    var publisher = Api.delete("/api/articles?publisher=Bulk+Post");
    assertThat(publisher.json().path("deleted").asInt()).isEqualTo(2);
    assertThat(Api.get("/api/articles/bulk/d").status()).isEqualTo(410);
    assertThat(Api.delete("/api/articles?publisher=Bulk+Post").json().path("deleted").asInt())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?publishers=Bulk+Post",
        "?publisher=",
        "?publishedFrom=2011",
        "?publisher=A&limit=1"
      })
  void unclearSelectionsWithdrawNothing(String query) {
    var before = Api.get("/api/articles").json().path("total");
    assertThat(Api.delete("/api/articles" + query).status()).isEqualTo(400);
    assertThat(Api.get("/api/articles").json().path("total")).isEqualTo(before);
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
  void articlesAreWithheldUntilTheirPublication() {
    var published = OffsetDateTime.now(ZoneOffset.UTC).plusHours(2).truncatedTo(ChronoUnit.MINUTES);
    assertThat(Api.put("withheld/dam", dam(published)).status()).isEqualTo(201);

    var read = Api.get("/api/articles/withheld/dam");
    assertThat(read.status()).isEqualTo(404);
    assertThat(read.json().path("detail").asText())
        .isEqualTo(
            "The article “withheld/dam” is withheld until its time of publication, %s."
                .formatted(published.toInstant()));
    assertThat(Api.get("/articles/withheld/dam").status()).isEqualTo(404);
    assertThat(Api.get("/api/articles/withheld/dam?version=" + "0".repeat(32)).status())
        .isEqualTo(404);
    assertThat(Api.get("/api/count?phrase=Quellbach").json().path("articles").asInt()).isZero();
    assertThat(Api.ask("Who buys the Quellbach dam?").path("citations")).isEmpty();

    assertThat(Api.put("withheld/dam", dam(published.minusHours(3))).status()).isEqualTo(200);
    assertThat(Api.get("/api/articles/withheld/dam").status()).isEqualTo(200);
    assertThat(Api.get("/api/count?phrase=Quellbach").json().path("articles").asInt()).isEqualTo(1);
    assertThat(Api.send("DELETE", "/api/articles/withheld/dam", "", Map.of()).status())
        .isEqualTo(204);
  }

  private static Map<String, ?> dam(OffsetDateTime published) {
    return Map.of(
        "published", published.toLocalDate().toString(),
        "publishedTime", published.toOffsetTime().toString(),
        "text", "The Quellbach dam will be sold to a bank.");
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
