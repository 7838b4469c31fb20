package org.dossier.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ForcedColors;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The look of each outcome, with constructed replies of the server.
@QuarkusTest
@TestProfile(WidgetProfile.class)
@RequiresChromium
class WidgetOutcomesTest {
  private static final String INTRODUCTION = "No article states this directly. Closest:";
  private static final String QUOTE = "The bridge opened in May.";
  private static final Map<String, Object> CITATION =
      Map.of(
          "number",
          1,
          "article",
          Map.of("id", "bridge", "title", "The bridge opens", "authors", List.of(), "version", "v"),
          "quote",
          QUOTE,
          "start",
          0,
          "end",
          25,
          "link",
          "/articles/bridge?version=v&start=0&end=25#cited");
  private static final Map<String, Object> STATEMENT =
      Map.of("text", QUOTE, "citations", List.of(1));

  private WidgetEnvironment environment;
  private int answered;

  @BeforeEach
  void setUp() {
    environment = new WidgetEnvironment();
  }

  @AfterEach
  void tearDown() throws IOException {
    environment.close();
  }

  @Test
  void relatedStatementsAreIntroducedAndQuieterThanAnAnswer() {
    var widget = environment.home();
    answerWith(widget, cited("answered"));
    widget.ask("Who?").awaitAnswer();
    assertThat(widget.page().getByText(INTRODUCTION)).hasCount(0);
    var colour = colour(widget);

    answerWith(widget, cited("related"));
    widget.ask("Who?").awaitAnswer();

    assertThat(widget.turn().locator("[aria-live=polite]")).containsText(INTRODUCTION + QUOTE);
    assertThat(widget.turn().locator(".related")).hasCSS("border-left-style", "solid");
    assertThat(colour(widget)).isNotEqualTo(colour);
    assertThat(widget.turn().locator(".sources")).containsText("The bridge opens");
    assertThat(widget.turn().locator(".thumb")).hasCount(2);
    assertThat(widget.turn()).not().containsText("The archive does not say.");
    widget.assertAccessible();
    widget.number(1).click();
    assertThat(widget.card()).containsText(QUOTE);
    widget.assertAccessible();
  }

  @Test
  void theIntroductionPrecedesStreamedStatements() {
    var widget = environment.home();
    var statement = new HashMap<>(STATEMENT);
    statement.put("status", "related");
    statement.put("newCitations", List.of(CITATION));
    // Without the last event, the widget shows what it received before the connection was lost.
    answerWith(widget, event("statement", statement));

    widget.ask("Who?");

    assertThat(widget.notice()).containsText("The connection was lost.");
    assertThat(widget.turn().locator(".related")).containsText(INTRODUCTION + QUOTE);
    answerWith(widget, event("statement", statement) + cited("related"));
    widget.button("Try again").click();
    widget.awaitAnswer();
    assertThat(widget.page().getByText(INTRODUCTION)).hasCount(1);
    assertThat(widget.answerText().locator(".statement")).hasCount(1);
  }

  @Test
  void anAnswerAfterARetryIsNotIntroduced() {
    var widget = environment.home();
    answerWith(widget, event("statement", with(STATEMENT, Map.of("status", "related"))));
    widget.ask("Who?");
    assertThat(widget.turn().locator(".related")).containsText(INTRODUCTION);

    answerWith(widget, cited("answered"));
    widget.button("Try again").click();

    widget.awaitAnswer();
    assertThat(widget.page().getByText(INTRODUCTION)).hasCount(0);
    assertThat(widget.turn().locator(".related")).hasCount(0);
  }

  @Test
  void relatedStatementsAreCopiedWithTheirIntroduction() {
    environment.context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    var widget = environment.home();
    answerWith(widget, cited("related"));
    widget.ask("Who?").awaitAnswer();

    widget.button("Copy with sources").click();

    assertThat(widget.turn().getByText("Copied")).isVisible();
    assertThat((String) widget.page().evaluate("navigator.clipboard.readText()"))
        .startsWith("Who?\n\n" + INTRODUCTION + "\n\n" + QUOTE + " [1]\n\nSources\n\n[1] ");
  }

  @Test
  void aQuestionBackOffersChoicesThatAreAsked() {
    var widget = environment.home();
    answerWith(widget, clarification());

    widget.ask("When did it open?").awaitAnswer();

    assertThat(widget.answerText()).hasText("Which bridge?");
    assertThat(widget.turn()).containsText("Choose a question");
    assertThat(widget.turn().locator(".sources, .thumb")).hasCount(0);
    assertThat(widget.turn()).not().containsText("The archive does not say.");
    widget.assertAccessible();

    answerWith(widget, cited("answered"));
    while (!isFocused(widget, "When did the new bridge open?")) {
      widget.page().keyboard().press("Shift+Tab");
    }
    widget.page().keyboard().press("Enter");

    assertThat(widget.turns()).hasCount(2);
    widget.awaitAnswer();
    assertThat(widget.turn().locator("h3")).hasText("When did the new bridge open?");
    // The other choice can still be asked.
    widget.button("When did the old bridge open?").click();
    assertThat(widget.turns()).hasCount(3);
  }

  @Test
  void theProgramsOwnWordsHaveExamplesAndNoSources() {
    var widget = environment.home();
    answerWith(widget, about());

    widget.ask("Hello").awaitAnswer();

    assertThat(widget.turn().locator(".about")).hasText("Hello. I answer from 5 articles.");
    assertThat(widget.turn()).containsText("For example");
    assertThat(widget.turn().locator(".sources, .thumb, .number")).hasCount(0);
    assertThat(widget.turn()).not().containsText("Understood as");
    widget.assertAccessible();
    answerWith(widget, cited("answered"));
    widget.button("Who built the bridge?").click();
    assertThat(widget.turns()).hasCount(2);
    widget.awaitAnswer();
    assertThat(widget.button("Who built the bridge?")).hasCount(0);
  }

  @Test
  void anAbstentionShowsItsNotes() {
    var widget = environment.home();
    answerWith(
        widget,
        done(
            "abstained",
            Map.of(
                "abstention",
                Map.of(
                    "reason", "not-mentioned", "explanation", "No “Ouse”.", "nearest", List.of()),
                "notes",
                List.of(note("spelling", "Showing results for “Ouse”.", "Ouse")))));

    widget.ask("Where is the Oose?").awaitAnswer();

    assertThat(widget.answerText()).hasText("The archive does not say.");
    assertThat(widget.turn().locator(".note")).hasText("Showing results for “Ouse”.");
    assertThat(widget.turn().locator(".thumb")).hasCount(2);
  }

  @Test
  void notesAreInTheLanguageOfTheWidgetAsFarAsItHasTheirText() {
    var notes =
        List.of(
            note("not-mentioned", "Nothing mentions these.", "Ouse", "Lune"),
            note("newest", "The newest is old.", "2011-11-30"),
            note("period", "Nothing is in 2013.", "2013", "2014-01-31"),
            note("more", "There are 4 more.", "4"),
            note("language", "By keywords only."),
            // Without its value, and of a type that the widget does not know.
            note("spelling", "Showing other results."),
            note("unheard-of", "Something new."));
    var widget = environment.home();
    answerWith(widget, done("related", with(statements(), Map.of("notes", notes))));

    widget.ask("Who?").awaitAnswer();
    assertThat(widget.turn().locator(".note")).hasCount(7);
    assertThat(widget.turn().locator(".note").first()).hasText("Nothing mentions these.");
    setLanguage(widget, "de");
    widget.page().locator("textarea").fill("Wer?");
    widget.page().locator("textarea").press("Enter");
    assertThat(widget.turn().locator("h3")).hasText("Wer?");
    widget.awaitAnswer();

    assertThat(widget.turn())
        .containsText("Kein Artikel sagt das ausdrücklich. Am nächsten kommt:");
    var shown =
        widget.turn().locator(".note").allTextContents().stream()
            .map(text -> text.replaceAll("[\u2068\u2069]", ""))
            .toList();
    assertThat(shown)
        .containsExactly(
            "In den gefundenen Artikeln nicht erwähnt: Ouse und Lune.",
            "Der neueste Artikel dazu ist vom 30. November 2011.",
            "Für 2013 wurde nichts gefunden. Das nächstliegende Datum ist der 31. Januar 2014.",
            "Weitere, hier nicht gezeigte Einträge: 4.",
            "In der Sprache dieser Frage kann nur nach Stichwörtern gesucht werden.",
            "Showing other results.",
            "Something new.");
  }

  @Test
  void everyOutcomeIsShownAgainAfterAReload() {
    var widget = environment.home();
    var replies = List.of(reply("related", statements()), clarificationJson(), aboutJson());
    var turns =
        IntStream.range(0, replies.size())
            .mapToObj(i -> turn(with(replies.get(i), Map.of("turn", i + 1))))
            .toList();
    answerWith(widget, about());
    widget.ask("Hello").awaitAnswer();
    widget
        .page()
        .route(
            "**/api/conversations/*",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(Api.text(Map.of("turns", turns)))));

    widget.page().reload();

    assertThat(widget.turns()).hasCount(3);
    assertThat(widget.turns().nth(0).locator(".related")).containsText(INTRODUCTION + QUOTE);
    assertThat(widget.turns().nth(1).locator(".said")).hasText("Which bridge?");
    assertThat(widget.button("When did the new bridge open?")).isVisible();
    assertThat(widget.turn().locator(".about")).isVisible();
    assertThat(widget.button("Who built the bridge?")).isVisible();
    widget.assertAccessible();
  }

  @Test
  void outcomesFitRightToLeftNarrowAndForcedColours() throws IOException {
    try (var narrow =
        new WidgetEnvironment(new Browser.NewContextOptions().setViewportSize(320, 640))) {
      var widget = narrow.home();
      for (var language : List.of("en", "fa")) {
        setLanguage(widget, language);
        for (var body : List.of(cited("related"), clarification(), about())) {
          answerWith(widget, body);
          int before = widget.turns().count();
          widget.page().locator("textarea").fill("Who opened the bridge?");
          widget.page().locator("textarea").press("Enter");
          assertThat(widget.turns()).hasCount(before + 1);
          widget.awaitAnswer().assertFits();
        }
        widget.assertAccessible();
      }
      var related = widget.page().locator(".related").last();
      assertThat(related).hasCSS("border-right-style", "solid");
      assertThat(related).hasCSS("border-left-style", "none");
      assertThat(related.locator(".said")).hasCSS("direction", "ltr");
      widget
          .page()
          .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      assertThat(related).hasCSS("border-right-style", "solid");
      assertThat(widget.page().locator(".about").last()).hasCSS("border-left-style", "solid");
    }
  }

  @Test
  void figuresAreATableOfNumbersWithBars() {
    var widget = environment.home();
    var groups =
        List.of(Map.of("key", "2011", "articles", 12), Map.of("key", "2013", "articles", 3));
    var count =
        Map.of(
            "articles",
            15,
            "rule",
            "",
            "names",
            List.of(List.of("bridge")),
            "groups",
            Map.of("by", "year", "groups", groups));

    answerWith(widget, done("answered", with(statements(), Map.of("count", count))));
    widget.ask("How many articles mention the bridge?").awaitAnswer();

    var chart = widget.turn().locator("table.chart");
    assertThat(chart.locator("tr")).hasCount(2);
    assertThat(chart.locator("tr").first()).containsText("2011");
    assertThat(chart.locator("tr").first().locator("td").last()).hasText("12");
    assertThat(chart.locator("meter").last()).hasAttribute("max", "12");
    widget.assertAccessible();
    widget.assertFits();
  }

  private static String cited(String status) {
    return done(status, statements());
  }

  private static Map<String, Object> statements() {
    return Map.of("statements", List.of(STATEMENT), "citations", List.of(CITATION));
  }

  private static String clarification() {
    return event("done", clarificationJson());
  }

  private static Map<String, Object> clarificationJson() {
    var choices = List.of("When did the old bridge open?", "When did the new bridge open?");
    return reply(
        "clarify",
        Map.of(
            "answer",
            "Which bridge?",
            "clarification",
            Map.of("text", "Which bridge?", "choices", choices)));
  }

  private static String about() {
    return event("done", aboutJson());
  }

  private static Map<String, Object> aboutJson() {
    return reply(
        "about",
        Map.of(
            "question",
            "Say hello",
            "answer",
            "Hello. I answer from 5 articles.",
            "followUps",
            List.of("Who built the bridge?")));
  }

  private static Map<String, Object> note(String type, String text, String... values) {
    return Map.of("type", type, "text", text, "values", List.of(values));
  }

  private static String done(String status, Map<String, Object> fields) {
    return event("done", reply(status, fields));
  }

  /// A reply with the fields that the widget reads.
  private static Map<String, Object> reply(String status, Map<String, Object> fields) {
    return with(
        Map.of(
            "conversation",
            "c",
            "turn",
            1,
            "question",
            "Who?",
            "status",
            status,
            "notes",
            List.of(),
            "answeredBy",
            Map.of("kind", "extractive", "fallback", false),
            "followUps",
            List.of()),
        fields);
  }

  private static Map<String, Object> with(Map<String, Object> map, Map<String, Object> more) {
    var all = new HashMap<>(map);
    all.putAll(more);
    return all;
  }

  /// A turn of a stored conversation.
  private static Map<String, Object> turn(Map<String, Object> reply) {
    return Map.of(
        "message", "Who?", "filters", Map.of(), "reply", reply, "unavailableSources", List.of());
  }

  private static String event(String name, Map<String, ?> data) {
    return "event: " + name + "\ndata: " + Api.text(data) + "\n\n";
  }

  /// Answers the following questions with `events`, as turns with the numbers 1, 2, 3 …
  private void answerWith(Widget widget, String events) {
    widget.page().unroute("**/api/chat");
    widget
        .page()
        .route(
            "**/api/chat",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody(events.replace("\"turn\":1", "\"turn\":" + ++answered))));
  }

  private static void setLanguage(Widget widget, String language) {
    widget
        .page()
        .evaluate(
            "(tag) => document.querySelector('dossier-chat').setAttribute('language', tag)",
            language);
  }

  /// The colour of the statements of the newest turn.
  private static Object colour(Widget widget) {
    return widget.answerText().evaluate("(said) => getComputedStyle(said).color");
  }

  private static boolean isFocused(Widget widget, String label) {
    return (boolean)
        widget
            .page()
            .evaluate(
                "(label) => document.querySelector('dossier-chat').shadowRoot.activeElement"
                    + "?.textContent === label",
                label);
  }
}
