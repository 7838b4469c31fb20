package org.dossier.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dossier.HostilePayloads;
import org.dossier.archive.reprint.ReprintDetector;
import org.dossier.web.json.Links;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The sources that the widget shows, and that all text remains text.
@QuarkusTest
@TestProfile(WidgetProfile.class)
@RequiresChromium
class WidgetSourcesTest {
  private static final String SIGNED =
      "When did Iran and Russia sign the strategic cooperation agreement?";
  private static final String MARKUP =
      "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>";

  @Inject ReprintDetector reprintDetector;
  private WidgetEnvironment widgetEnvironment;

  @BeforeEach
  void setUp() {
    widgetEnvironment = new WidgetEnvironment();
  }

  @AfterEach
  void tearDown() throws IOException {
    widgetEnvironment.close();
  }

  @Test
  void numbersOpenTheirSourceAndTheMarkedArticle() {
    var widget = widgetEnvironment.page("");
    widget.ask(SIGNED).awaitAnswer();

    widget.number(1).click();

    assertThat(widget.card()).isFocused();
    assertThat(widget.card()).containsText("Tehran Times · 11 November 2011");
    widget.assertAccessible();
    var quote = widget.card().locator("blockquote").textContent();
    var article =
        widgetEnvironment.context.waitForPage(
            () -> widget.card().getByText("Read it in the article").click());
    assertThat(article.locator("mark#cited")).hasText(quote);
    assertThat(article.locator("mark#cited")).isInViewport();
    assertThat(article.locator("h1"))
        .hasText("Tehran, Moscow sign strategic cooperation agreement");
    article.close();

    widget.number(1).click();
    assertThat(widget.card()).hasCount(0);
  }

  @Test
  void theOtherArticlesWithTheTextAreListed() {
    var text =
        """
        The tidal mill of Port Selwyn will reopen on 9 September 2016, the harbour trust announced on Monday evening.
        Millwright Jonas Brandt said that the new wheel weighs four tonnes and was built from local larch and oak.
        The trust expects twenty thousand visitors in the first season, and school classes on every second weekday.
        """;
    Api.put("mill/wire", article("Selwyn Wire", "2016-05-02", text));
    Api.put("mill/gull", article(MARKUP, "2016-05-03", text.replace("Monday evening", "Monday")));
    detectReprints();
    var widget = widgetEnvironment.page("");
    widget.ask("When will the tidal mill of Port Selwyn reopen?").awaitAnswer();

    widget.number(1).click();

    assertThat(widget.card()).containsText("Selwyn Wire · 2 May 2016");
    assertThat(widget.card()).containsText("Also in 1: " + MARKUP + ", 3 May 2016");
    assertThat(widget.card().locator("a[href$='/articles/mill/gull']")).hasCount(1);
    widget.assertAccessible();
    Api.delete(Links.json("mill/wire"));
    Api.delete(Links.json("mill/gull"));
    detectReprints();
  }

  private static Map<String, String> article(String publisher, String day, String text) {
    return Map.of(
        "publisher",
        publisher,
        "published",
        day,
        "title",
        "Tidal mill",
        "language",
        "en",
        "text",
        text);
  }

  private void detectReprints() {
    while (reprintDetector.step()) {
      // The server does this in the background.
    }
  }

  @Test
  void answersAndCitationsCanBeCopied() {
    widgetEnvironment.context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    var widget = widgetEnvironment.home();
    widget.ask(SIGNED).awaitAnswer();
    var quote = "“Iran and Russia signed a strategic cooperation agreement on Friday in Moscow,";

    widget.button("Copy with sources").click();

    assertThat(widget.turn().getByText("Copied")).isVisible();
    assertThat(clipboard(widget))
        .startsWith(SIGNED + "\n\nIran and Russia signed a strategic cooperation agreement")
        .contains("(11 November 2011)", ". [1]", "\n\nSources\n\n[1] " + quote)
        .contains("Tehran, Moscow sign strategic cooperation agreement · Tehran Times · 11 Nov")
        .contains(
            "\n"
                + widgetEnvironment.controllableProxy.address()
                + "/articles/2011-11-11-strategic-cooperation-agree");
    widget.number(1).click();
    widget.card().getByText("Copy quotation").click();
    assertThat(widget.card().getByText("Copied")).isVisible();
    assertThat(clipboard(widget)).startsWith(quote).doesNotContain(SIGNED);
  }

  @Test
  void abstentionsShowReasonNearestArticlesAndSuggestions() {
    var widget = widgetEnvironment.home();

    widget.ask("Who won the 2022 World Cup?").awaitAnswer();

    assertThat(widget.answerText()).hasText("The archive does not say.");
    assertThat(widget.turn().locator(".why")).containsText("World Cup");
    assertThat(widget.turn()).containsText("Nearest articles");
    assertThat(widget.turn().locator(".sources a").first())
        .hasAttribute("href", java.util.regex.Pattern.compile(".*/articles/20.*"));
    assertThat(widget.turn()).containsText("A question it can answer");
    widget.assertAccessible();
    widget.suggestions().first().click();
    assertThat(widget.turns()).hasCount(2);
    widget.awaitAnswer();
    assertThat(widget.turn().locator(".number").first()).isVisible();
  }

  @Test
  void markupInArticlesIsShownAsText() {
    Api.put(
        "payload/" + MARKUP,
        Map.of(
            "title", MARKUP + " title",
            "publisher", MARKUP + " publisher",
            "url", "https://example.org/?q=%3Cscript%3E",
            "text", "The Qorvex beacon " + MARKUP + " was lit on 4 May 1999 by Ada Quill."));
    var widget = widgetEnvironment.page("heading='" + "&lt;img src=x onerror=window.hacked=3>'");

    widget.ask(MARKUP + " When was the Qorvex beacon lit?").awaitAnswer();
    widget.number(1).click();

    assertThat(widget.card().locator("blockquote")).containsText(MARKUP);
    assertThat(widget.card()).containsText(MARKUP + " title");
    assertThat(widget.card()).containsText(MARKUP + " publisher");
    isOnlyText(widget);
    var article =
        widgetEnvironment.context.waitForPage(
            () -> widget.card().getByText("Read it in the article").click());
    assertThat(article.locator("mark#cited")).containsText(MARKUP);
    Api.delete(Links.json("payload/" + MARKUP));
  }

  @Test
  void serverTextIsInertAndOnlyWebAddressesAreLinks() {
    var widget = widgetEnvironment.home();
    widget.page().route("**/api/chat", route -> route.fulfill(forged()));

    widget.ask("Who?").awaitAnswer();
    widget.number(1).click();

    assertThat(widget.answerText()).containsText(MARKUP);
    assertThat(widget.turn()).containsText("Written by " + MARKUP);
    assertThat(widget.card().getByRole(AriaRole.LINK)).hasCount(0);
    isOnlyText(widget);
    widget.assertAccessible();
  }

  @Test
  void attacksAreShownAsText() {
    var widget = widgetEnvironment.home();
    for (var attack : HostilePayloads.all()) {
      widget.page().route("**/api/chat", route -> route.fulfill(forged(attack)));

      widget.ask("Who?").awaitAnswer();
      widget.number(1).click();

      assertThat(widget.card().getByRole(AriaRole.LINK)).hasCount(0);
      isOnlyText(widget);
      widget.page().unroute("**/api/chat");
      widget.page().keyboard().press("Escape");
    }
  }

  private static Route.FulfillOptions forged() {
    return forged(MARKUP);
  }

  private static Route.FulfillOptions forged(String words) {
    Map<String, Object> article =
        Map.of(
            "id",
            "x",
            "title",
            words,
            "publisher",
            words,
            "authors",
            List.of(),
            "version",
            "v",
            "url",
            "javascript:window.hacked = 4");
    var citation =
        Map.of(
            "number",
            1,
            "article",
            article,
            "quote",
            words,
            "start",
            0,
            "end",
            1,
            "link",
            "javascript:window.hacked = 5");
    var statement = Map.of("text", words, "citations", List.of(1));
    var reply =
        Map.of(
            "conversation",
            "c",
            "turn",
            1,
            "question",
            "Who?",
            "status",
            "answered",
            "statements",
            List.of(statement),
            "citations",
            List.of(citation),
            "answeredBy",
            Map.of("kind", "model", "model", words, "fallback", false),
            "followUps",
            List.of(words));
    return new Route.FulfillOptions()
        .setContentType("text/event-stream")
        .setBody("event: done\ndata: " + Api.text(reply) + "\n\n");
  }

  private static void isOnlyText(Widget widget) {
    var made =
        "document.querySelector('dossier-chat').shadowRoot"
            + ".querySelectorAll('script, img, iframe, [onerror], [href^=javascript]').length";
    assertThat(((Number) widget.page().evaluate(made)).intValue()).isZero();
    assertThat(widget.page().evaluate("window.hacked ?? null")).isNull();
  }

  private static String clipboard(Widget widget) {
    Page page = widget.page();
    return (String) page.evaluate("navigator.clipboard.readText()");
  }
}
