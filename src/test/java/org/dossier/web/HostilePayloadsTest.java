package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.HostilePayloads;
import org.dossier.web.Api.Response;
import org.dossier.web.json.Links;
import org.dossier.web.mcp.McpRules;
import org.dossier.web.openai.ResponseRules;
import org.dossier.web.request.PercentEncoding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every attack in every field of an article, in a question and in an id: JSON and events remain
/// well-formed, and a page has the same elements as for harmless text.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class HostilePayloadsTest {
  private static final Set<String> PAGE_LINKS = Set.of("http", "https");
  private static final String BEACON = "The Qorvex beacon was lit on 4 May 1999 by Ada Quill.";

  static Stream<String> attacks() {
    return HostilePayloads.all().stream();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void payloadsInArticlesAreInertText(String attack) {
    var id = "attack/" + attack;
    var article = article(attack);
    var put = Api.put(id, article);
    // Some fields reject some characters; the rest of the article is still tested.
    int places = article.size() + 1;
    for (int i = 0; put.status() / 100 == 4 && i < places; i++) {
      var field = put.json().path("field").asText("id");
      id = field.equals("id") ? "attack/x" : id;
      article.remove(field.replaceFirst("\\[.*", ""));
      put = Api.put(id, article);
    }
    assertThat(put.status()).as(put.body()).isBetween(200, 201);

    var page = Api.page(Links.page(id) + "?start=0&end=10");
    assertThat(page.status()).isEqualTo(200);
    checkPage(page);
    assertThat(Jsoup.parse(page.body()).select("article > p").text())
        .contains("The Qorvex beacon was lit");
    checkWords(Api.get(Links.json(id)).json().path("text").asText(), attack);
    checkReply(Api.ask("When was the Qorvex beacon lit?"));
    ResponseRules.check(ResponseRules.ask("When was the Qorvex beacon lit?"));
    McpRules.ask("When was the Qorvex beacon lit?");
    McpRules.search("Qorvex beacon");
    CheckRules.check(BEACON);
    assertThat(Api.delete(Links.json(id)).status()).isEqualTo(204);
  }

  private static void checkWords(String text, String attack) {
    assertThat(text).contains(BEACON);
    if (attack.chars().noneMatch(Character::isISOControl)) {
      assertThat(text).contains(attack);
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void payloadsInQuestionsAreInertText(String attack) {
    var asked = Map.of("message", "When was the agreement signed? " + attack);
    var whole = Api.post(asked);
    assertThat(whole.status()).isIn(200, 400);
    if (whole.status() == 200) {
      checkReply(whole.json());
      var events = Api.events(asked);
      assertThat(events.getLast().name()).isEqualTo("done");
      assertThat(events).extracting(Api.Event::name).isSubsetOf("evidence", "statement", "done");
      checkReply(events.getLast().data());
    }
    var found = Api.get("/api/search?q=" + PercentEncoding.encode(attack));
    assertThat(found.status()).isIn(200, 400);
    assertThat(found.json().isObject()).isTrue();
    var timeline = Api.get("/api/timeline?topic=" + PercentEncoding.encode(attack));
    assertThat(timeline.status()).isIn(200, 400);
    assertThat(timeline.json().isObject()).isTrue();
    var counted = Api.get("/api/count?by=year&phrase=" + PercentEncoding.encode(attack));
    assertThat(counted.status()).isIn(200, 400);
    assertThat(counted.json().isObject()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void payloadsOnOtherSurfacesChangeNothing(String attack) {
    var before = Api.get("/api/export").body();
    var question = "When was the agreement signed? " + attack;

    var answered =
        Api.send(
            "POST",
            "/v1/responses",
            Api.text(Map.of("model", "dossier", "input", question, "instructions", attack)),
            Api.json());
    if (answered.status() == 200) {
      ResponseRules.check(answered.json());
      ResponseRules.check(ResponseRules.stream(question));
      McpRules.ask(question);
    } else {
      assertThat(answered.json().at("/error/param").asText()).startsWith("input");
    }
    for (var body :
        List.<Map<String, ?>>of(
            Map.of("text", BEACON + " " + attack),
            Map.of(
                "text",
                BEACON,
                "sources",
                List.of(Map.of("number", 1, "text", BEACON + " " + attack, "context", attack))),
            Map.of(
                "statements",
                List.of(Map.of("text", BEACON + attack, "citations", List.of(1))),
                "sources",
                List.of(Map.of("number", 1, "text", BEACON, "context", attack))))) {
      var checked = Api.send("POST", "/api/check", Api.text(body), Api.json());
      assertThat(checked.status()).as(checked.body()).isIn(200, 400);
      assertThat(checked.json().isObject()).isTrue();
      assertThat(checked.body()).doesNotContain("root:x:", "[fonts]");
    }

    assertThat(Api.get("/api/export").body()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void payloadsInUrlsAreInertText(String attack) {
    var encoded = PercentEncoding.encode(attack);
    for (var path :
        List.of(
            "/articles/" + encoded,
            "/api/articles/" + encoded,
            "/api/conversations/" + encoded,
            "/assets/" + encoded,
            "/" + encoded)) {
      var page = Api.page(path);
      assertThat(page.status()).as(path).isBetween(400, 499);
      if (page.type().startsWith("text/html")) {
        checkPage(page);
      } else if (page.type().contains("json")) {
        assertThat(page.json().isObject()).as(path).isTrue();
      }
      assertThat(page.headers().map()).as(path).doesNotContainKeys("set-cookie", "x-injected");
      assertThat(page.body()).as(path).doesNotContain("root:x:", "[fonts]");
    }
  }

  /// The server does not fetch the URL of an article. It becomes a link only if it is a web
  /// address.
  @Test
  void onlyWebAddressesBecomeLinks() {
    for (var address : HostilePayloads.of("addresses")) {
      var put = Api.put("attack/address", Map.of("text", "Words.", "url", address));
      if (put.status() == 400) {
        assertThat(put.json().path("field").asText()).isEqualTo("url");
        continue;
      }
      checkPage(Api.page("/articles/attack/address"));
    }
  }

  private static Map<String, Object> article(String attack) {
    var article = new HashMap<String, Object>();
    article.put("title", attack);
    article.put("publisher", attack);
    article.put("authors", List.of(attack));
    article.put("url", "https://example.org/?q=" + PercentEncoding.encode(attack));
    article.put("text", BEACON + " " + attack);
    return article;
  }

  private static void checkReply(JsonNode reply) {
    ReplyRules.check(reply);
    for (var link : reply.findValuesAsText("link")) {
      assertThat(link).startsWith("/articles/");
    }
  }

  private static void checkPage(Response response) {
    assertThat(response.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("script-src");
    var page = Jsoup.parse(response.body());
    assertThat(page.select("script, img, iframe, svg, math, form, base, object, embed, style"))
        .isEmpty();
    var attributes = new TreeSet<String>();
    for (Element element : page.getAllElements()) {
      element.attributes().forEach(attribute -> attributes.add(attribute.getKey()));
    }
    assertThat(attributes.stream().filter(name -> name.startsWith("on")).toList()).isEmpty();
    assertThat(attributes).doesNotContain("style", "srcdoc", "formaction");
    for (var link : page.select("[href]").eachAttr("href")) {
      var scheme = link.contains(":") ? link.substring(0, link.indexOf(':')) : "https";
      assertThat(link.startsWith("/") || PAGE_LINKS.contains(scheme)).as(link).isTrue();
      assertThat(link).doesNotStartWith("//");
    }
    var kinds = page.getAllElements().stream().map(Element::normalName).collect(Collectors.toSet());
    assertThat(kinds).as("elements").doesNotContain("button", "input", "meta-refresh");
  }
}
