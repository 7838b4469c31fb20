package org.dossier.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The page on which a person tries the HTTP interface.
@QuarkusTest
@TestProfile(WidgetProfile.class)
@RequiresChromium
class ApiPageTest {
  private static final String PATH = "/q/swagger-ui";

  @Test
  void anOperationIsTriedInTheBrowser() throws IOException {
    try (var environment = new WidgetEnvironment()) {
      var requested = new ArrayList<String>();
      var complaints = new ArrayList<String>();
      environment.context.onRequest(request -> requested.add(request.url()));
      environment.context.onConsoleMessage(message -> complaints.add(message.text()));
      environment.context.addInitScript(
          "addEventListener('securitypolicyviolation', (e) => console.warn(e.violatedDirective))");
      var page = environment.context.newPage();
      page.navigate(environment.controllableProxy.address() + PATH);

      var operation = page.locator("#operations-Questions-archive");
      operation.locator("button").first().click();
      button(operation, "Try it out").click();
      button(operation, "Execute").click();

      assertThat(operation.locator(".responses-inner")).containsText("\"articles\"");
      assertThat(complaints).isEmpty();
      assertThat(requested)
          .allMatch(url ->
              url.startsWith(environment.controllableProxy.address()) || url.startsWith("data:"));
      screenshot(page);
    }
  }

  @Test
  void onlyThisMachineAndTokensMayOpenIt() {
    assertThat(Api.page(PATH).status()).isEqualTo(200);
    var remote =
        Api.send(
            "GET", PATH, null, Map.of("X-Forwarded-For", "203.0.113.7", "Accept", "text/html"));
    assertThat(remote.status()).isEqualTo(401);
  }

  @Test
  void otherPagesKeepTheirContentSecurityPolicies() {
    for (var path : List.of("/assets/dossier.svg", "/q/health", "/nothing")) {
      assertThat(Api.page(path).headers().firstValue("content-security-policy").orElse("none"))
          .as(path)
          .doesNotContain("unsafe-inline")
          .doesNotContain("script-src");
    }
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  private static void screenshot(Page page) {
    var folder = System.getProperty("widget.pictures");
    if (folder != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, "api.png")));
    }
  }
}
