package org.dossier.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dossier.web.Api;
import org.dossier.web.DefaultProfile;
import org.dossier.web.json.Links;
import org.dossier.web.request.IsoDates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class ArticlePageTest {
  private static final String MARKUP = "<script>alert(1)</script>\"'&<img src=x onerror=y>";

  @Test
  void citationLinksMarkExactlyTheQuotation() {
    var reply = Api.ask("When did Iran and Russia sign the strategic cooperation agreement?");

    for (var citation : reply.path("citations")) {
      var link = citation.path("link").asText();
      var page = show(link.substring(0, link.indexOf('#')));
      assertThat(page.select("mark#cited").text()).isEqualTo(citation.path("quote").asText());
      assertThat(page.select("mark")).hasSize(1);
    }
  }

  @Test
  void severalSpansAreMarkedAndTheFirstIsTheTarget() {
    Api.put("page/two", Map.of("text", "One two three.\nFour five."));

    var page = show("/articles/page/two?start=15&end=19&start=4&end=7");

    assertThat(page.select("mark").eachText()).containsExactly("two", "Four");
    assertThat(page.select("#cited").eachText()).containsExactly("two");
    assertThat(page.select("article > p").eachText())
        .containsExactly("One two three.", "Four five.");
  }

  @Test
  void documentsHavePagesInCitationsAndOnTheirPage() {
    Api.put(
        "page/paged",
        Map.of(
            "url",
            "https://example.org/light.pdf",
            "text",
            "A report on lights.\n\n\f\fThe Quendale lighthouse has 47 lanterns of copper."));

    var citation =
        Api.ask("How many lanterns has the Quendale lighthouse?").path("citations").path(0);
    var link = citation.path("link").asText();
    var page = show(link.substring(0, link.indexOf('#')));

    assertThat(citation.path("page").asInt()).isEqualTo(3);
    assertThat(page.select("a[href='https://example.org/light.pdf#page=3']")).hasSize(1);
    assertThat(page.select(".page").eachText())
        .containsExactly("Page 1", "Page 2 (no text)", "Page 3");
    assertThat(
            Api.ask("When did Iran and Russia sign the strategic cooperation agreement?")
                .path("citations"))
        .allSatisfy(other -> assertThat(other.path("page").isNull()).isTrue());
  }

  @Test
  void articleTextNeverBecomesMarkup() {
    Api.put(
        "page/" + MARKUP,
        Map.of(
            "title",
            MARKUP,
            "publisher",
            MARKUP,
            "authors",
            List.of(MARKUP),
            "url",
            "https://example.org/?a=%22%3E%3Cscript%3E&b='",
            "text",
            MARKUP + " and {curly} {#if true}words{/if}"));

    var response = Api.page(Links.page("page/" + MARKUP) + "?start=0&end=8");

    var page = Jsoup.parse(response.body());
    assertThat(page.select("script, img, [onerror], style, [style]")).isEmpty();
    assertThat(page.select("h1").text()).isEqualTo(MARKUP);
    assertThat(page.select(".publisher").text()).isEqualTo(MARKUP);
    assertThat(page.select(".authors").text()).isEqualTo(MARKUP);
    assertThat(page.title()).startsWith(MARKUP);
    assertThat(page.select("mark").text()).isEqualTo("<script>");
    assertThat(page.select("article > p").text())
        .isEqualTo(MARKUP + " and {curly} {#if true}words{/if}");
    assertThat(response.body()).doesNotContain("<script");
  }

  @Test
  void notFoundPagesContainNoMarkupFromTheUrl() {
    var page = Jsoup.parse(Api.page(Links.page("page/none" + MARKUP)).body());

    assertThat(page.select("script, img")).isEmpty();
    assertThat(page.select("main p").text()).contains(MARKUP);
  }

  @Test
  void datesAreLabelled() {
    Api.put(
        "page/dates",
        Map.of(
            "published", "2024-03-05",
            "publishedInferred", true,
            "updated", "2024-03-07",
            "text", "Words."));

    var dates = show("/articles/page/dates").select("dl div").eachText();

    assertThat(dates.get(0))
        .isEqualTo("Published 5 March 2024 (inferred, not stated by the source)");
    assertThat(dates.get(1)).isEqualTo("Updated 7 March 2024");
    assertThat(dates.get(2)).startsWith("In the archive since ");
  }

  @Test
  void theTimeOfPublicationIsShownWithItsZone() {
    var article =
        Map.of("published", "2024-03-05", "publishedTime", "08:15+02:00", "text", "Words.");
    Api.put("page/time", article);

    var published = show("/articles/page/time").select("dl div").getFirst();

    assertThat(published.text()).isEqualTo("Published 5 March 2024, 08:15 (UTC+02:00)");
    assertThat(published.select("time").attr("datetime")).isEqualTo("2024-03-05T08:15+02:00");
    assertThat(Api.get("/api/articles/page/time").json().path("publishedTime").asText())
        .isEqualTo("08:15+02:00");
    var refused = Api.put("page/time", Map.of("publishedTime", "soon", "text", "Words."));
    assertThat(refused.status()).isBetween(400, 422);
    assertThat(refused.json().path("field").asText()).isEqualTo("publishedTime");
  }

  @Test
  void originalLinksSendNoReferrer() {
    Api.put("page/original", Map.of("url", "https://example.org/a?b=1&c=2", "text", "Words."));

    var link = show("/articles/page/original").select("dd a").getFirst();

    assertThat(link.attr("href")).isEqualTo("https://example.org/a?b=1&c=2");
    assertThat(link.attr("rel")).isEqualTo("noopener noreferrer nofollow");
    assertThat(link.text()).isEqualTo("example.org");
  }

  @Test
  void earlierVersionsLinkToTheNewest() {
    var first = Api.put("page/old one", Map.of("text", "Old words."));
    Api.put("page/old one", Map.of("text", "New words."));
    var version = first.json().path("version").asText();

    var old = show("/articles/page/old%20one?version=" + version);

    assertThat(old.select("article > p").text()).isEqualTo("Old words.");
    var newest = old.select(".notice a").attr("href");
    assertThat(show(newest).select("article > p").text()).isEqualTo("New words.");
    assertThat(show(newest).select(".notice")).isEmpty();
  }

  @Test
  void languageAndDirectionAreThoseOfTheArticle() {
    Api.put("page/fa", Map.of("language", "fa", "text", "پل بازگشایی شد."));

    var page = show("/articles/page/fa");

    assertThat(page.select("article").attr("lang")).isEqualTo("fa");
    assertThat(page.select("article > p").attr("dir")).isEqualTo("auto");
  }

  @Test
  void pagesLoadOnlyTheirOwnStyleAndIcon() {
    var response = Api.page("/articles/2011-08-16-bilateral-ties");

    assertThat(response.headers().firstValue("content-security-policy"))
        .hasValue(
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                + " form-action 'none'; frame-ancestors 'self'");
    assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("referrer-policy")).hasValue("no-referrer");
    for (var link : Jsoup.parse(response.body()).select("link")) {
      assertThat(Api.get(link.attr("href")).status()).as(link.attr("href")).isEqualTo(200);
    }
  }

  @Test
  void offsetsOutsideTheTextAreRejected() {
    Api.put("page/astral", Map.of("text", "a😀b"));

    for (var places :
        List.of(
            "start=0&end=5",
            "start=-1&end=2",
            "start=2&end=3",
            "start=3&end=1",
            "start=1",
            "start=x&end=2",
            "start=0&end=99999999999")) {
      var response = Api.page("/articles/page/astral?" + places);
      assertThat(response.status()).as(places).isEqualTo(400);
      assertThat(response.type()).as(places).startsWith("text/html");
    }
    assertThat(show("/articles/page/astral?start=1&end=3").select("mark").text()).isEqualTo("😀");
  }

  private static String inWords(JsonNode day) {
    return IsoDates.format(LocalDate.parse(day.asText()));
  }

  @Test
  void theStartPageDescribesTheArchive() {
    var page = show("/");

    assertThat(page.select("h1").text()).contains("articles");
    var archive = Api.get("/api/archive").json();
    assertThat(page.select(".holds").text())
        .contains(inWords(archive.path("earliest")), inWords(archive.path("latest")));
    assertThat(page.select("dossier-chat")).hasSize(1);
    assertThat(page.select("code").text()).contains(Api.address("/api/chat").toString());
  }

  private static Document show(String path) {
    var response = Api.page(path);
    assertThat(response.status()).as(path).isEqualTo(200);
    assertThat(response.type()).isEqualToIgnoringCase("text/html;charset=UTF-8");
    return Jsoup.parse(response.body());
  }
}
