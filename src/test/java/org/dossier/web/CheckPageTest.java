package org.dossier.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The page on which a person checks a text. Every request needs a page token in this profile.
@QuarkusTest
@TestProfile(WidgetProfile.class)
@RequiresChromium
class CheckPageTest {
  private static final String TEXT =
      "Iran and Russia signed a strategic cooperation agreement on Friday in Moscow. [1]\n"
          + "Iran and Russia signed a strategic cooperation agreement in Paris.";

  private final ArrayList<String> complaints = new ArrayList<>();
  private WidgetEnvironment environment;

  @BeforeEach
  void setUp() {
    open(new Browser.NewContextOptions());
  }

  @AfterEach
  void tearDown() throws IOException {
    environment.close();
  }

  private Page open(Browser.NewContextOptions options) {
    environment = new WidgetEnvironment(options);
    environment.context.onConsoleMessage(message -> complaints.add(message.text()));
    environment.context.addInitScript(
        "addEventListener('securitypolicyviolation', (e) => console.warn(e.violatedDirective))");
    return environment.context.newPage();
  }

  @Test
  void eachSentenceHasItsVerdictAndTheWordsFound() {
    var page = navigate(environment.context.newPage());
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat(text(page)).isFocused();
    page.keyboard().type(TEXT);
    while (!isFocused(page, "button")) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");

    assertThat(page.getByRole(AriaRole.STATUS))
        .hasText("1 of 2 sentences are supported by the archive.");
    var supported = page.locator("li.supported");
    assertThat(supported.locator(".verdict")).hasText("Supported");
    assertThat(supported.locator("blockquote")).containsText("on Friday in Moscow");
    assertThat(page.locator("li.unsupported .verdict"))
        .hasText("Not supported (name): the name “Paris” is in no source");
    assertThat(page.locator("li.unsupported .label")).hasText("Nearest words");
    assertThat(isFocused(page, "button")).isTrue();
    new Widget(page).assertFits().assertPageAccessible();
    screenshot(page, "check");
    // The browser itself reports that a token was required.
    assertThat(complaints).allMatch(complaint -> complaint.contains("401 (Unauthorized)"));

    var link = supported.locator("figcaption a");
    assertThat(link).hasAttribute("href", Pattern.compile("/articles/.*#cited"));
    var article = environment.context.waitForPage(link::click);
    assertThat(article.locator("#cited")).containsText("on Friday in Moscow");
  }

  @Test
  void aTextIsComparedWithOwnSources() {
    var page = navigate(environment.context.newPage());
    text(page).fill("The mill was built in 1821. It grinds wheat.");
    page.locator("summary").click();
    page.getByLabel("Sources").fill("The inn has a red roof.\n \n\nThe mill was built in 1821.\n");
    page.locator("button").click();

    assertThat(page.locator("#status")).hasText("1 of 2 sentences are supported by the sources.");
    assertThat(page.locator("li.supported figcaption")).hasText("Source 2");
    new Widget(page).assertPageAccessible();
  }

  @Test
  void markupAndOtherDirectionsRemainText() {
    var page = navigate(environment.context.newPage());
    text(page).fill("<img src=x onerror=alert(1)> گفت 𝔘𝔫𝔦.");
    page.locator("button").click();

    assertThat(page.locator(".sentence")).hasText("<img src=x onerror=alert(1)> گفت 𝔘𝔫𝔦.");
    assertThat(page.locator(".sentences img")).hasCount(0);
  }

  @Test
  void faultsAreExplained() {
    var page = navigate(environment.context.newPage());
    text(page).fill("It is so. ".repeat(51));
    page.locator("button").click();
    assertThat(page.locator("#status")).containsText("the limit is 50");

    environment.controllableProxy.goDown();
    page.locator("button").click();
    assertThat(page.locator("#status")).containsText("cannot be reached");

    environment.controllableProxy.resume();
    text(page).fill("…");
    page.locator("button").click();
    assertThat(page.locator("#status")).hasText("The text has no sentences to check.");
  }

  @Test
  void itFitsOnANarrowPhone() throws IOException {
    environment.close();
    var page = navigate(open(new Browser.NewContextOptions().setViewportSize(320, 640)));
    text(page).fill(TEXT);
    page.locator("button").click();
    assertThat(page.locator("li.supported")).isVisible();
    new Widget(page).assertFits();
    screenshot(page, "check-phone");
  }

  @Test
  void withoutJavaScriptThePageNamesTheEndpoint() {
    var page = Jsoup.parse(Api.page("/check").body());
    assertThat(page.select("noscript").text()).contains("POST /api/check");
  }

  @Test
  void thePageIsOpenLikeOtherPages() {
    var remote =
        Api.send(
            "GET", "/check", null, Map.of("X-Forwarded-For", "203.0.113.7", "Accept", "text/html"));
    assertThat(remote.status()).isEqualTo(200);
    assertThat(remote.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
  }

  private Page navigate(Page page) {
    page.navigate(environment.controllableProxy.address() + "/check");
    return page;
  }

  private static Locator text(Page page) {
    return page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true));
  }

  private static boolean isFocused(Page page, String selector) {
    return (boolean) page.evaluate("s => document.activeElement.matches(s)", selector);
  }

  private static void screenshot(Page page, String name) {
    var folder = System.getProperty("widget.pictures");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
  }
}
