package org.dossier.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dossier.web.WidgetEnvironment.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Generates the pictures of the documentation, as described in docs/how-to/widget.md.
@QuarkusTest
@TestProfile(WidgetProfile.class)
@RequiresChromium
@EnabledIfSystemProperty(
    named = "widget.pictures",
    matches = ".+",
    disabledReason = "pictures are made when somebody asks for them")
class WidgetPicturesTest {
  private static final String SIGNED =
      "When did Iran and Russia sign the strategic cooperation agreement?";
  private static final int LARGEST_BYTES = 150_000;

  @Test
  void startPage() throws IOException {
    try (var widgetEnvironment = stage(1200, 900)) {
      var widget = widgetEnvironment.home();
      assertThat(widget.suggestions().first()).isVisible();
      picture(widget, "home");
    }
  }

  @Test
  void answerWithAnOpenCitation() throws IOException {
    try (var widgetEnvironment = stage(760, 1060)) {
      var widget = widgetEnvironment.page("");
      widget.ask(SIGNED).awaitAnswer();
      widget.number(1).click();
      picture(widget, "answer");
    }
  }

  @Test
  void articlesBeingRead() throws IOException {
    try (var widgetEnvironment = stage(760, 620)) {
      var widget = widgetEnvironment.page("");
      widgetEnvironment.controllableProxy.holdAfter("evidence");
      widget.ask(SIGNED);
      assertThat(widget.turn().locator(".progress li").first()).isVisible();
      picture(widget, "reading");
    }
  }

  @Test
  void abstention() throws IOException {
    try (var widgetEnvironment = stage(760, 960)) {
      var widget = widgetEnvironment.page("");
      widget.ask("What did Lavrov say about the 2022 World Cup?").awaitAnswer();
      assertThat(widget.suggestions().first()).isVisible();
      picture(widget, "abstention");
    }
  }

  @Test
  void lostConnection() throws IOException {
    try (var widgetEnvironment = stage(760, 560)) {
      var widget = widgetEnvironment.page("");
      widgetEnvironment.controllableProxy.cutBefore("done");
      widget.ask(SIGNED);
      assertThat(widget.notice()).isVisible();
      picture(widget, "lost");
    }
  }

  @Test
  void phone() throws IOException {
    try (var widgetEnvironment =
        new WidgetEnvironment(
            new Browser.NewContextOptions().setViewportSize(375, 720).setDeviceScaleFactor(1.5))) {
      var widget = widgetEnvironment.page("shape=launcher");
      widget.page().locator(".launcher").click();
      widget.ask(SIGNED).awaitAnswer();
      picture(widget, "phone");
    }
  }

  @Test
  void darkMode() throws IOException {
    try (var widgetEnvironment = stage(760, 720)) {
      var widget = widgetEnvironment.page("shape=launcher");
      widget.page().locator(".launcher").click();
      assertThat(widget.suggestions().first()).isVisible();
      widget.ask(SIGNED).awaitAnswer();
      widget.number(1).click();
      picture(widget, "dark", ColorScheme.DARK);
    }
  }

  @Test
  void persian() throws IOException {
    try (var widgetEnvironment = stage(760, 720)) {
      var widget = widgetEnvironment.page(new Setting("fa", "", "", Map.of()));
      var field = widget.page().locator("textarea");
      field.fill("What did Lavrov say about the 2022 World Cup?");
      field.press("Enter");
      widget.awaitAnswer();
      picture(widget, "persian");
    }
  }

  private static WidgetEnvironment stage(int width, int height) {
    return new WidgetEnvironment(new Browser.NewContextOptions().setViewportSize(width, height));
  }

  /// Takes a picture of the window once nothing moves.
  private static void picture(Widget widget, String name) throws IOException {
    picture(widget, name, ColorScheme.LIGHT);
  }

  private static void picture(Widget widget, String name, ColorScheme scheme) throws IOException {
    var file = Path.of(System.getProperty("widget.pictures"), "widget-" + name + ".png");
    widget.assertAccessible();
    widget.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    widget.page().screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(Files.size(file)).as(name).isLessThan(LARGEST_BYTES);
  }
}
