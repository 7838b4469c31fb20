package org.dossier.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// The widget on a page as a user sees it. Every lookup waits for its element.
record Widget(Page page) {
  private static final String AXE = axe();

  /// Waits until all animations have ended: fading elements do not have their final colours.
  private static final String STILL =
      """
      async () => {
        const still = (root) => root.getAnimations().filter((a) => a.effect.getComputedTiming().iterations < 9);
        const root = document.querySelector('dossier-chat').shadowRoot;
        await Promise.allSettled([...still(document), ...still(root)].map((a) => a.finished));
      }
      """;

  private static final String VIOLATIONS =
      """
      async () => (await axe.run({ include: ['body'] })).violations.map(
        (v) => v.id + ': ' + v.nodes.map((n) => n.target.flat().join(' ') + ' ' + n.failureSummary).join(' | '))
      """;

  static Widget open(BrowserContext context, String address) {
    var page = context.newPage();
    page.navigate(address);
    return new Widget(page);
  }

  Locator field() {
    return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Your question"));
  }

  Widget ask(String question) {
    field().fill(question);
    field().press("Enter");
    return this;
  }

  /// Waits for the end of the newest answer.
  Widget awaitAnswer() {
    assertThat(turn()).hasAttribute("data-status", Pattern.compile(".+"));
    return this;
  }

  Locator turns() {
    return page.locator(".turn");
  }

  /// The newest turn.
  Locator turn() {
    return turns().last();
  }

  Locator answerText() {
    return turn().locator(".said");
  }

  Locator number(int number) {
    return turn().getByRole(AriaRole.BUTTON, named("Source " + number)).first();
  }

  Locator card() {
    return page.locator(".card");
  }

  Locator notice() {
    return turn().locator(".notice");
  }

  /// The filters; visible once the widget has loaded the facts about the archive.
  Locator filters() {
    return page.locator("details.narrow:visible");
  }

  Locator suggestions() {
    return page.locator(".suggestion:visible");
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /// Fails with the violations that axe finds, in light and dark mode.
  Widget assertAccessible() {
    return assertAccessible(STILL);
  }

  /// The same for a page without the widget.
  Widget assertPageAccessible() {
    return assertAccessible("() => document.fonts.ready.then(() => true)");
  }

  private Widget assertAccessible(String still) {
    for (var scheme : List.of("LIGHT", "DARK")) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.valueOf(scheme)));
      page.evaluate(still);
      if (!(boolean) page.evaluate("'axe' in window")) {
        page.evaluate(AXE);
      }
      assertThat((List<?>) page.evaluate(VIOLATIONS)).as("axe, %s", scheme).isEmpty();
    }
    return this;
  }

  /// Asserts that nothing is wider than the window.
  Widget assertFits() {
    var beyond =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) beyond).intValue()).as("pixels beyond the window").isZero();
    return this;
  }

  /// The conversation id stored in the tab.
  String conversation() {
    var kept = (String) page.evaluate("Object.values(sessionStorage).join()");
    var id = Pattern.compile("\"conversation\":\"([^\"]+)\"").matcher(kept);
    assertThat(id.find()).as(kept).isTrue();
    return id.group(1);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static String axe() {
    try (var file = Widget.class.getResourceAsStream("/axe.min.js")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
