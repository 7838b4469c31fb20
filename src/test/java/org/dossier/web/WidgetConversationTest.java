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

  private Stage stage;

  @BeforeEach
  void setUp() {
    stage = new Stage();
  }

  @AfterEach
  void tearDown() throws IOException {
    stage.close();
  }

  @Test
  void answersStreamByStatementAfterTheArticlesBeingRead() {
    var widget = stage.home();
    stage.controllableProxy.holdAfter("evidence");

    widget.ask(SIGNED);

    assertThat(widget.turn().locator(".progress"))
        .containsText("Tehran, Moscow sign strategic cooperation agreement");
    widget.isAccessible();
    stage.controllableProxy.holdAfter("statement");
    stage.controllableProxy.carryHeld();
    assertThat(widget.said()).containsText("11 November 2011");
    assertThat(widget.turn().locator(".progress")).isEmpty();
    assertThat(widget.turn().locator(".sources")).hasCount(0);
    stage.controllableProxy.carry();
    widget.answered().isAccessible();
    assertThat(widget.turn().locator(".sources")).containsText("Tehran Times · 11 November 2011");
  }

  @Test
  void suggestionsCanBeAskedAndFollowUpsAreResolved() {
    var widget = stage.home();
    assertThat(widget.suggestions().first()).isVisible();
    widget.isAccessible();
    var example = widget.suggestions().first().textContent();
    widget.suggestions().first().click();
    widget.answered();
    assertThat(widget.turn().locator("h3")).hasText(example);

    widget.ask(SIGNED).answered();
    widget.suggestions().first().click();
    assertThat(widget.turns()).hasCount(3);
    widget.answered();
    widget.ask(SIGNED).answered().ask("And where did they sign it?").answered();

    assertThat(widget.turn().locator(".remark"))
        .containsText("And where did Iran and Russia sign the strategic cooperation agreement?");
    assertThat(widget.said()).containsText("Moscow");
    assertThat(turnsOf(widget)).isEqualTo(5);
  }

  @Test
  void stoppedQuestionsCanBeAskedAgain() {
    var widget = stage.home();
    stage.controllableProxy.holdAfter("evidence");
    widget.ask(SIGNED);
    assertThat(widget.turn().locator(".progress li").first()).isVisible();

    widget.button("Stop").click();

    assertThat(widget.notice()).containsText("Stopped.");
    assertThat(widget.button("Ask")).isVisible();
    widget.isAccessible();
    stage.controllableProxy.carry();
    widget.button("Try again").click();
    widget.answered();
    assertThat(widget.said()).containsText("11 November 2011");
    assertThat(turnsOf(widget)).isOne();
  }

  @Test
  void retryAfterAServerCrashAnswersOnce() {
    var widget = stage.home();
    stage.controllableProxy.dieAt("statement");
    widget.ask(SIGNED);

    assertThat(widget.notice()).containsText("The connection was lost.");
    widget.isAccessible();
    widget.button("Try again").click();
    assertThat(widget.notice()).containsText("The connection was lost.");
    stage.controllableProxy.carry();
    widget.button("Try again").click();

    widget.answered();
    assertThat(widget.turns()).hasCount(1);
    assertThat(turnsOf(widget)).isOne();
    int statements = read(widget.conversation()).json().at("/turns/0/reply/statements").size();
    assertThat(widget.said().locator(".statement")).hasCount(statements);
  }

  @Test
  void lostAnswersAreRepeatedNotRegenerated() {
    var widget = stage.home();
    widget.ask("Who is Ali Baqeri?").answered();
    stage.controllableProxy.dieAt("done");
    widget.ask(SIGNED);
    assertThat(widget.notice()).isVisible();
    // The lost answer is a turn that the server has stored.
    var turns = turnsOf(widget);

    stage.controllableProxy.carry();
    widget.button("Try again").click();

    widget.answered();
    assertThat(widget.said()).containsText("11 November 2011");
    assertThat(turns).isEqualTo(2);
    assertThat(turnsOf(widget)).isEqualTo(2);
  }

  @Test
  void reloadingKeepsAndClearingEndsTheConversation() {
    var widget = stage.home();
    widget.ask(SIGNED).answered();
    widget.button("Helpful").click();
    widget.turn().getByPlaceholder("Anything to add?").fill("just what I needed");
    widget.isAccessible();
    widget.button("Send").click();
    assertThat(widget.turn()).containsText("Thank you.");
    var conversation = widget.conversation();

    widget.page().reload();

    widget.answered();
    assertThat(widget.said()).containsText("11 November 2011");
    assertThat(widget.button("Helpful")).hasAttribute("aria-pressed", "true");
    assertThat(feedback(conversation)).isEqualTo("just what I needed");
    widget.ask("And where did they sign it?").answered();
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
    var widget = stage.home();
    stage.controllableProxy.holdAfter("evidence");
    widget.ask(SIGNED);
    assertThat(widget.turn().locator(".progress li").first()).isVisible();

    stage.controllableProxy.carry();
    widget.page().reload();

    widget.answered();
    assertThat(widget.turns()).hasCount(1);
    assertThat(widget.said()).containsText("11 November 2011");
    assertThat(turnsOf(widget)).isOne();
  }

  @Test
  void expiredConversationsAreReplacedByNewOnes() {
    var widget = stage.home();
    widget.ask(SIGNED).answered();
    var old = widget.conversation();
    Api.delete("/api/conversations/" + old);

    widget.ask("Who is Ali Baqeri?").answered();

    assertThat(widget.conversation()).isNotEqualTo(old);
    assertThat(widget.turns()).hasCount(2);
    assertThat(turnsOf(widget)).isOne();
  }

  @Test
  void datesAndPublishersFilterTheSearch() {
    var widget = stage.home();
    widget.page().getByText("Dates and publishers", EXACTLY).click();
    widget.page().getByLabel("Published from").fill("2014-01-01");
    widget.page().getByLabel("Tehran Times").check();
    widget.isAccessible();

    widget.ask(SIGNED).answered();

    assertThat(widget.said()).hasText("The archive does not say.");
    assertThat(widget.turn().locator(".narrowed")).hasText("1 January 2014 – … · Tehran Times");
    widget.page().reload();
    widget.answered();
    assertThat(widget.page().locator(".chosen")).hasText("1 January 2014 – … · Tehran Times");
    widget.page().getByText("Dates and publishers", EXACTLY).click();
    widget.button("Search everything").click();
    widget.ask(SIGNED).answered();
    assertThat(widget.said()).containsText("11 November 2011");
  }

  @Test
  void tooManyQuestionsShowAWaitNotice() {
    var widget = stage.home();
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
    widget.isAccessible();
  }

  private static Api.Answer read(String conversation) {
    return Api.get("/api/conversations/" + conversation);
  }

  private static int turnsOf(Widget widget) {
    return read(widget.conversation()).json().path("turns").size();
  }

  private static String feedback(String conversation) {
    return read(conversation).json().at("/turns/0/feedback/comment").asText();
  }
}
