package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.dossier.archive.reprint.ReprintDetector;
import org.dossier.web.json.Links;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class ReprintsTest {
  private static final String TEXT =
      """
      The cable car to the Kestrel summit will open on 14 June 2019, the Vessna council announced on Monday evening.
      Engineer Maren Holt said that the last pylon was finished two weeks earlier than the contract demanded.
      The council expects ninety thousand passengers in the first summer, most of them from the lake villages.
      Tickets cost eleven crowns, and residents of the valley travel at half that price until the autumn holidays.
      """;
  private static final String QUESTION = "When will the cable car to the Kestrel summit open?";

  @Inject ReprintDetector reprintDetector;

  @BeforeEach
  void put() {
    put("kestrel/wire", "Cable car opens in June", "Vessna Wire", "2019-05-06", TEXT);
    put(
        "kestrel/gull",
        "Summit <b>within reach</b>",
        "The \"Gull\" & Son",
        "2019-05-07",
        TEXT.replace("announced on Monday evening", "said on Monday")
            .replace("most of", "many of"));
    detect();
  }

  @AfterEach
  void withdraw() {
    Api.delete(Links.json("kestrel/wire"));
    Api.delete(Links.json("kestrel/gull"));
    detect();
  }

  private static void put(String id, String title, String publisher, String day, String text) {
    var article =
        Map.of(
            "title",
            title,
            "publisher",
            publisher,
            "published",
            day,
            "language",
            "en",
            "text",
            text);
    assertThat(Api.put(id, article).status()).isBetween(200, 201);
  }

  /// The server does this in the background.
  private void detect() {
    while (reprintDetector.step()) {
      // Each step processes some changes.
    }
  }

  @Test
  void aCitationListsTheReprintsOfItsArticle() {
    var reply = Api.ask(QUESTION);

    assertThat(reply.path("citations"))
        .filteredOn(citation -> id(citation).startsWith("kestrel/"))
        .isNotEmpty()
        .allSatisfy(citation -> {
          assertThat(id(citation)).isEqualTo("kestrel/wire");
          assertThat(citation.path("alsoIn")).hasSize(1);
          var reprint = citation.path("alsoIn").path(0);
          assertThat(reprint.path("id").asText()).isEqualTo("kestrel/gull");
          assertThat(reprint.path("title").asText()).isEqualTo("Summit <b>within reach</b>");
          assertThat(reprint.path("published").asText()).isEqualTo("2019-05-07");
          assertThat(Api.page(reprint.path("link").asText()).status()).isEqualTo(200);
        });
    var path = "/api/conversations/" + reply.path("conversation").asText();
    assertThat(Api.get(path).body()).contains("kestrel/gull");
    Api.delete(Links.json("kestrel/gull"));
    assertThat(Api.get(path).body()).contains("kestrel/wire").doesNotContain("kestrel/gull");
  }

  @Test
  void aReprintIsCitedOnceTheCitedArticleIsWithdrawn() {
    Api.delete(Links.json("kestrel/wire"));

    assertThat(Api.ask(QUESTION).path("citations"))
        .filteredOn(citation -> id(citation).startsWith("kestrel/"))
        .isNotEmpty()
        .allSatisfy(citation -> {
          assertThat(id(citation)).isEqualTo("kestrel/gull");
          assertThat(citation.path("alsoIn")).isEmpty();
        });
  }

  @Test
  void articlesOutsideTheFiltersAreNotNamed() {
    var found = Api.get("/api/search?q=Kestrel+summit+cable+car&publisher=vessna+wire");

    assertThat(id(found.json().path("evidence").path(0))).isEqualTo("kestrel/wire");
    assertThat(found.body()).doesNotContain("kestrel/gull").doesNotContain("within reach");
  }

  @Test
  void aSearchListsAnArticleAndItsReprintsOnce() {
    var found = Api.get("/api/search?q=Kestrel+summit+cable+car").json();

    assertThat(found.path("evidence"))
        .filteredOn(evidence -> id(evidence).startsWith("kestrel/"))
        .hasSize(1)
        .allSatisfy(evidence -> {
          assertThat(id(evidence)).isEqualTo("kestrel/wire");
          assertThat(evidence.path("alsoIn").path(0).path("id").asText()).isEqualTo("kestrel/gull");
        });
  }

  @Test
  void theArticlePageLinksToTheReprints() {
    var page = Jsoup.parse(Api.page(Links.page("kestrel/wire")).body());

    var link = page.select("dt:contains(Also in) + dd a");
    assertThat(link.text()).isEqualTo("The \"Gull\" & Son");
    assertThat(link.attr("href")).isEqualTo(Links.page("kestrel/gull"));
    assertThat(page.select("dt:contains(Also in) + dd").text())
        .isEqualTo("The \"Gull\" & Son, 7 May 2019");
  }

  private static String id(JsonNode citation) {
    return citation.path("article").path("id").asText();
  }
}
