package org.dossier.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Questions and answers through the widget.
@QuarkusTest
@TestProfile(WidgetProfile.class)
@RequiresChromium
class WidgetConversationTest {
  private static final String SIGNED =
      "When did Iran and Russia sign the strategic cooperation agreement?";

  private static final com.microsoft.playwright.Page.GetByTextOptions EXACTLY =
      new com.microsoft.playwright.Page.GetByTextOptions().setExact(true);

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
  void answersStreamByStatementAfterTheArticlesBeingRead() {
    var widget = widgetEnvironment.home();
    widgetEnvironment.controllableProxy.holdAfter("evidence");

    widget.ask(SIGNED);

    assertThat(widget.turn().locator(".progress"))
        .containsText("Tehran, Moscow sign strategic cooperation agreement");
    widget.assertAccessible();
    widgetEnvironment.controllableProxy.holdAfter("statement");
    widgetEnvironment.controllableProxy.releaseHeld();
    assertThat(widget.answerText()).containsText("11 November 2011");
    assertThat(widget.turn().locator(".progress")).isEmpty();
    assertThat(widget.turn().locator(".sources")).hasCount(0);
    widgetEnvironment.controllableProxy.resume();
    widget.awaitAnswer().assertAccessible();
    assertThat(widget.turn().locator(".sources")).containsText("Tehran Times · 11 November 2011");
  }

  @Test
  void suggestionsCanBeAskedAndFollowUpsAreResolved() {
    var widget = widgetEnvironment.home();
    assertThat(widget.suggestions().first()).isVisible();
    widget.assertAccessible();
    var example = widget.suggestions().first().textContent();
    widget.suggestions().first().click();
    widget.awaitAnswer();
    assertThat(widget.turn().locator("h3")).hasText(example);

    widget.ask(SIGNED).awaitAnswer();
    widget.suggestions().first().click();
    assertThat(widget.turns()).hasCount(3);
    widget.awaitAnswer();
    widget.ask(SIGNED).awaitAnswer().ask("And where did they sign it?").awaitAnswer();

    assertThat(widget.turn().locator(".remark"))
        .containsText("And where did Iran and Russia sign the strategic cooperation agreement?");
    assertThat(widget.answerText()).containsText("Moscow");
    assertThat(turnsOf(widget)).isEqualTo(5);
  }

  @Test
  void stoppedQuestionsCanBeAskedAgain() {
    var widget = widgetEnvironment.home();
    widgetEnvironment.controllableProxy.holdAfter("evidence");
    widget.ask(SIGNED);
    assertThat(widget.turn().locator(".progress li").first()).isVisible();

    widget.button("Stop").click();

    assertThat(widget.notice()).containsText("Stopped.");
    assertThat(widget.button("Ask")).isVisible();
    widget.assertAccessible();
    widgetEnvironment.controllableProxy.resume();
    widget.button("Try again").click();
    widget.awaitAnswer();
    assertThat(widget.answerText()).containsText("11 November 2011");
    assertThat(turnsOf(widget)).isOne();
  }

  @Test
  void retryAfterAServerCrashAnswersOnce() {
    var widget = widgetEnvironment.home();
    widgetEnvironment.controllableProxy.cutBefore("statement");
    widget.ask(SIGNED);

    assertThat(widget.notice()).containsText("The connection was lost.");
    widget.assertAccessible();
    widget.button("Try again").click();
    assertThat(widget.notice()).containsText("The connection was lost.");
    widgetEnvironment.controllableProxy.resume();
    widget.button("Try again").click();

    widget.awaitAnswer();
    assertThat(widget.turns()).hasCount(1);
    assertThat(turnsOf(widget)).isOne();
    int statements = read(widget.conversation()).json().at("/turns/0/reply/statements").size();
    assertThat(widget.answerText().locator(".statement")).hasCount(statements);
  }

  @Test
  void lostAnswersAreRepeatedNotRegenerated() {
    var widget = widgetEnvironment.home();
    widget.ask("Who is Ali Baqeri?").awaitAnswer();
    widgetEnvironment.controllableProxy.cutBefore("done");
    widget.ask(SIGNED);
    assertThat(widget.notice()).isVisible();
    // The lost answer is a turn that the server has stored.
    var turns = turnsOf(widget);

    widgetEnvironment.controllableProxy.resume();
    widget.button("Try again").click();

    widget.awaitAnswer();
    assertThat(widget.answerText()).containsText("11 November 2011");
    assertThat(turns).isEqualTo(2);
    assertThat(turnsOf(widget)).isEqualTo(2);
  }

  @Test
  void reloadingKeepsAndClearingEndsTheConversation() {
    var widget = widgetEnvironment.home();
    widget.ask(SIGNED).awaitAnswer();
    widget.button("Helpful").click();
    widget.turn().getByPlaceholder("Anything to add?").fill("just what I needed");
    widget.assertAccessible();
    widget.button("Send").click();
    assertThat(widget.turn()).containsText("Thank you.");
    var conversation = widget.conversation();

    widget.page().reload();

    widget.awaitAnswer();
    assertThat(widget.answerText()).containsText("11 November 2011");
    assertThat(widget.button("Helpful")).hasAttribute("aria-pressed", "true");
    assertThat(feedback(conversation)).isEqualTo("just what I needed");
    widget.ask("And where did they sign it?").awaitAnswer();
    assertThat(turnsOf(widget)).isEqualTo(2);

    widget.button("Start over").click();

    assertThat(widget.turns()).hasCount(0);
    assertThat(widget.suggestions().first()).isVisible();
    assertThat(widget.field()).isFocused();
    widget.page().waitForCondition(() -> read(conversation).status() == 404);
    widget.page().reload();
    assertThat(widget.suggestions().first()).isVisible();
    assertThat(widget.turns()).hasCount(0);
  }

  @Test
  void reloadingDuringAnAnswerContinuesIt() {
    var widget = widgetEnvironment.home();
    widgetEnvironment.controllableProxy.holdAfter("evidence");
    widget.ask(SIGNED);
    assertThat(widget.turn().locator(".progress li").first()).isVisible();

    widgetEnvironment.controllableProxy.resume();
    widget.page().reload();

    widget.awaitAnswer();
    assertThat(widget.turns()).hasCount(1);
    assertThat(widget.answerText()).containsText("11 November 2011");
    assertThat(turnsOf(widget)).isOne();
  }

  @Test
  void expiredConversationsAreReplacedByNewOnes() {
    var widget = widgetEnvironment.home();
    widget.ask(SIGNED).awaitAnswer();
    var old = widget.conversation();
    Api.delete("/api/conversations/" + old);

    widget.ask("Who is Ali Baqeri?").awaitAnswer();

    assertThat(widget.conversation()).isNotEqualTo(old);
    assertThat(widget.turns()).hasCount(2);
    assertThat(turnsOf(widget)).isOne();
  }

  @Test
  void datesAndPublishersFilterTheSearch() {
    var widget = widgetEnvironment.home();
    widget.page().getByText("Dates and publishers", EXACTLY).click();
    widget.page().getByLabel("Published from").fill("2014-01-01");
    widget.page().getByLabel("Tehran Times").check();
    widget.assertAccessible();

    widget.ask(SIGNED).awaitAnswer();

    assertThat(widget.answerText()).hasText("The archive does not say.");
    assertThat(widget.turn().locator(".narrowed")).hasText("1 January 2014 – … · Tehran Times");
    widget.page().reload();
    widget.awaitAnswer();
    assertThat(widget.page().locator(".chosen")).hasText("1 January 2014 – … · Tehran Times");
    widget.page().getByText("Dates and publishers", EXACTLY).click();
    widget.button("Search everything").click();
    widget.ask(SIGNED).awaitAnswer();
    assertThat(widget.answerText()).containsText("11 November 2011");
  }

  @Test
  void tooManyQuestionsShowAWaitNotice() {
    var widget = widgetEnvironment.home();
    widget
        .page()
        .route(
            "**/api/chat",
            route ->
                route.fulfill(
                    new com.microsoft.playwright.Route.FulfillOptions()
                        .setStatus(429)
                        .setHeaders(Map.of("Retry-After", "600"))
                        .setContentType("application/problem+json")
                        .setBody(
                            "{\"type\":\"urn:dossier:problem:rate-limited\",\"status\":429}")));

    widget.ask(SIGNED);

    assertThat(widget.notice()).containsText("Please wait a moment.");
    assertThat(widget.button("Try again")).isDisabled();
    widget.assertAccessible();
  }

  private static Api.Response read(String conversation) {
    return Api.get("/api/conversations/" + conversation);
  }

  private static int turnsOf(Widget widget) {
    return read(widget.conversation()).json().path("turns").size();
  }

  private static String feedback(String conversation) {
    return read(conversation).json().at("/turns/0/feedback/comment").asText();
  }
}
