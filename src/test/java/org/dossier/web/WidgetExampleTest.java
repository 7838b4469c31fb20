package org.dossier.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The page in `examples/widget`, in a browser.
@QuarkusTest
@TestProfile(WidgetProfile.class)
@RequiresChromium
class WidgetExampleTest {
  private WidgetEnvironment environment;

  @BeforeEach
  void setUp() {
    environment = new WidgetEnvironment();
  }

  @AfterEach
  void tearDown() throws IOException {
    environment.close();
  }

  @Test
  void thePageAsksTheServerUnderItsContentSecurityPolicy() throws IOException {
    var violations = new ArrayList<String>();
    environment.context.onConsoleMessage(message -> violations.add(message.text()));
    environment.context.addInitScript(
        "addEventListener('securitypolicyviolation', (e) => console.warn(e.violatedDirective))");
    var html = Files.readString(Path.of("examples/widget/index.html"));
    assertThat(html).contains("http://127.0.0.1:8080/widget.js");

    var widget =
        environment.html(
            html.replace("http://127.0.0.1:8080", environment.controllableProxy.address()));
    assertThat(widget.page().locator("dossier-chat h2")).hasText("Ask our archive");
    widget.suggestions().first().click();
    widget.awaitAnswer();

    assertThat(widget.answerText()).containsText("11 November 2011");
    assertThat(widget.page().locator(".primary")).hasCSS("background-color", "rgb(122, 31, 61)");
    widget.assertAccessible();
    // The browser logs that the first request needed a token.
    assertThat(violations).allMatch(message -> message.contains("401 (Unauthorized)"));
  }
}
