package org.dossier.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dossier.web.WidgetEnvironment.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The widget on different pages and screens, and for different users.
@QuarkusTest
@TestProfile(WidgetProfile.class)
@RequiresChromium
class WidgetPageTest {
  private static final String SIGNED =
      "When did Iran and Russia sign the strategic cooperation agreement?";

  private final List<WidgetEnvironment> widgetEnvironments = new ArrayList<>();

  @AfterEach
  void tearDown() throws IOException {
    for (var widgetEnvironment : widgetEnvironments) {
      widgetEnvironment.close();
    }
  }

  @Test
  void everythingIsKeyboardAccessible() {
    var widgetEnvironment = stage();
    var widget = widgetEnvironment.page("");
    var keyboard = widget.page().keyboard();
    keyboard.press("Tab");
    assertThat(widget.field()).isFocused();
    keyboard.type(SIGNED);
    keyboard.press("Enter");
    widget.awaitAnswer();
    assertThat(widget.field()).isFocused();

    while (!isFocused(widget, ".number")) {
      keyboard.press("Shift+Tab");
    }
    keyboard.press("Enter");
    assertThat(widget.card()).isFocused();
    keyboard.press("Tab");
    assertThat(widget.card().getByRole(AriaRole.BUTTON).first()).isFocused();
    keyboard.press("Escape");

    assertThat(widget.card()).hasCount(0);
    assertThat(widget.turn().locator(".number[aria-expanded]:focus")).hasCount(1);
  }

  @Test
  void theLauncherPanelTrapsAndRestoresFocus() {
    var widgetEnvironment = stage();
    var widget = widgetEnvironment.page("shape=launcher");
    var keyboard = widget.page().keyboard();
    widget.assertAccessible();
    keyboard.press("Tab");
    keyboard.press("Enter");
    assertThat(widget.field()).isFocused();
    assertThat(widget.suggestions().first()).isVisible();
    widget.assertAccessible();
    widget.ask(SIGNED).awaitAnswer().assertAccessible();
    assertThat(widget.turn().locator("h3")).isInViewport();

    for (int i = 0; i < 25; i++) {
      keyboard.press("Tab");
      assertThat(isFocused(widget, ".launcher")).isFalse();
    }
    widget.number(1).click();
    keyboard.press("Escape");
    assertThat(widget.card()).hasCount(0);
    assertThat(widget.field()).isVisible();
    keyboard.press("Escape");

    assertThat(widget.page().locator("dialog")).isHidden();
    assertThat(widget.page().locator(".launcher")).isFocused();
    keyboard.press("Enter");
    assertThat(widget.answerText()).containsText("11 November 2011");
  }

  @Test
  void rightToLeftLanguagesMirrorTheLayout() {
    var widgetEnvironment = stage();
    for (var language : List.of("fa", "ar")) {
      var widget = widgetEnvironment.page(new Setting(language, "id=" + language, "", Map.of()));
      var field = widget.page().locator("textarea");
      var ask = widget.page().locator(".primary");
      assertThat(ask).isVisible();
      assertThat(ask.boundingBox().x).isLessThan(field.boundingBox().x);
      assertThat(widget.page().locator(".root")).hasAttribute("dir", "rtl");
      field.fill(SIGNED);
      field.press("Enter");
      widget.awaitAnswer().assertFits();
      // An English answer is left-to-right there too.
      assertThat(widget.answerText()).hasCSS("direction", "ltr");
      widget.turn().locator(".number").first().click();
      assertThat(widget.card()).isVisible();
      widget.assertAccessible();
      widget.page().close();
    }
  }

  @Test
  void theWidgetFitsOnANarrowPhone() {
    var widgetEnvironment =
        stage(
            new Browser.NewContextOptions()
                .setViewportSize(320, 640)
                .setHasTouch(true)
                .setIsMobile(true));
    var home = widgetEnvironment.home();
    home.ask(SIGNED).awaitAnswer().assertFits();
    home.number(1).tap();
    assertThat(home.card()).isVisible();
    home.assertFits().assertAccessible();

    var widget = widgetEnvironment.page("shape=launcher");
    widget.assertFits();
    widget.page().locator(".launcher").tap();
    var panel = widget.page().locator("dialog").boundingBox();
    assertThat(List.of(Math.round(panel.width), Math.round(panel.height)))
        .containsExactly(320L, 640L);
    widget.assertFits();
  }

  @Test
  void darkModeFollowsUserAndPage() {
    var widgetEnvironment = stage(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));

    assertThat(widgetEnvironment.page("").page().locator(".frame"))
        .hasCSS("background-color", "rgb(22, 25, 26)");
    assertThat(widgetEnvironment.page("scheme=light").page().locator(".frame"))
        .hasCSS("background-color", "rgb(253, 252, 249)");
  }

  @Test
  void thePageCustomizesColoursFontAndSizes() {
    var widgetEnvironment = stage();
    var style =
        "dossier-chat { --dossier-accent: rgb(120, 0, 80); --dossier-background: rgb(255, 250, 255);"
            + " --dossier-font: monospace; --dossier-font-size: 18px; --dossier-radius: 0px }";
    var widget = widgetEnvironment.page(new Setting("en", "", style, Map.of()));

    assertThat(widget.page().locator(".primary")).hasCSS("background-color", "rgb(120, 0, 80)");
    assertThat(widget.page().locator(".frame")).hasCSS("font-family", "monospace");
    assertThat(widget.field()).hasCSS("font-size", "18px");
    assertThat(widget.page().locator(".primary")).hasCSS("border-radius", "0px");
  }

  @Test
  void reducedMotionDisablesAnimations() {
    var widgetEnvironment =
        stage(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    var widget = widgetEnvironment.home();
    widgetEnvironment.controllableProxy.holdAfter("evidence");
    widget.ask(SIGNED);
    assertThat(widget.turn().locator(".progress li").first()).isVisible();

    var moving =
        widget
            .page()
            .evaluate("document.querySelector('dossier-chat').shadowRoot.getAnimations().length");
    assertThat(((Number) moving).intValue()).isZero();
  }

  @Test
  void styleSheetsOfThePageHaveNoEffect() {
    var widgetEnvironment = stage();
    var hostile =
        """
        html { font-size: 62.5% }
        main *, dossier-chat, dossier-chat * {
          color: red !important; background: lime !important; font: 60px/5 fantasy !important;
          display: none !important; visibility: hidden !important; opacity: 0.1 !important;
          position: absolute !important; width: 9px !important; height: 9px !important;
          overflow: hidden !important; transform: rotate(40deg) !important; float: right !important;
          letter-spacing: 1em !important; text-transform: uppercase !important;
          direction: rtl !important; text-align: right !important; pointer-events: none !important;
          user-select: none !important; cursor: wait !important; filter: blur(9px) !important;
        }
        button, textarea, h2, p { color: red !important; border: 9px solid red !important }
        """;
    var calm = widgetEnvironment.page(new Setting("en", "", "", Map.of()));
    assertThat(calm.suggestions().first()).isVisible();
    assertThat(calm.filters()).isVisible();
    var expected = look(calm);
    calm.page().close();

    var widget = widgetEnvironment.page(new Setting("en", "", hostile, Map.of()));
    assertThat(widget.suggestions().first()).isVisible();
    assertThat(widget.filters()).isVisible();

    assertThat(look(widget)).isEqualTo(expected);
    widget.ask(SIGNED).awaitAnswer();
    widget.number(1).click();
    assertThat(widget.card()).isVisible();
  }

  @Test
  void theStrictestContentSecurityPolicyIsSupported() {
    var widgetEnvironment = stage();
    var server = widgetEnvironment.controllableProxy.address();
    var policy =
        "default-src 'none'; script-src %s; connect-src %s; style-src 'nonce-page'; base-uri 'none';"
                .formatted(server, server)
            + " form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    var complaints = new ArrayList<String>();
    widgetEnvironment.context.onConsoleMessage(message -> complaints.add(message.text()));
    widgetEnvironment.context.addInitScript(
        "addEventListener('securitypolicyviolation', (e) => console.warn(e.violatedDirective))");

    var widget =
        widgetEnvironment.page(
            new Setting("en", "shape=launcher", "", Map.of("Content-Security-Policy", policy)));
    widget.page().locator(".launcher").click();
    widget.ask(SIGNED).awaitAnswer();
    widget.number(1).click();
    assertThat(widget.card()).isVisible();
    assertThat(widget.page().locator("dialog")).hasCSS("position", "fixed");

    // The browser itself also reports that a token was required.
    assertThat(complaints).allMatch(complaint -> complaint.contains("401 (Unauthorized)"));
  }

  @Test
  void disallowedOriginsShowANotice() {
    var widgetEnvironment = stage();
    var allowed = widgetEnvironment.page("");
    assertThat(allowed.suggestions().first()).isVisible();

    // The same page under another host name has another origin.
    var other = allowed.page().url().replace("127.0.0.1", "localhost");
    var widget = Widget.open(widgetEnvironment.context, other);
    widget.ask(SIGNED);

    assertThat(widget.notice()).containsText("This page is not allowed to use the archive.");
  }

  @Test
  void theLanguageFollowsThePage() {
    var widgetEnvironment = stage();
    var attributes =
        """
        language="nl" heading="Vraag het archief" greeting="Welkom." placeholder="Uw vraag"
        examples="Wie is Ali Baqeri? | Wat nu?" filters="none"
        texts='{"ask": "Vraag", "question": "Vraag", "examples": "Bijvoorbeeld"}'
        """;
    var widget = widgetEnvironment.page(new Setting("en", attributes, "", Map.of()));

    assertThat(widget.page().locator("h2")).hasText("Vraag het archief");
    assertThat(widget.page().locator(".greeting")).hasText("Welkom.");
    assertThat(widget.page().locator("textarea")).hasAttribute("placeholder", "Uw vraag");
    assertThat(widget.page().locator(".primary")).hasText("Vraag");
    assertThat(widget.page().locator(".examples .label")).hasText("Bijvoorbeeld");
    assertThat(widget.suggestions()).hasText(new String[] {"Wie is Ali Baqeri?", "Wat nu?"});
    assertThat(widget.page().locator(".narrow")).isHidden();
    assertThat(widget.page().locator(".root")).hasAttribute("lang", "nl");
    widget.assertAccessible();

    widget.page().evaluate("document.querySelector('dossier-chat').setAttribute('language', 'de')");
    assertThat(widget.page().locator(".root")).hasAttribute("lang", "de");
    widget.page().evaluate("document.querySelector('dossier-chat').removeAttribute('texts')");
    assertThat(widget.page().locator(".primary")).hasText("Fragen");
  }

  private WidgetEnvironment stage() {
    return stage(new Browser.NewContextOptions());
  }

  private WidgetEnvironment stage(Browser.NewContextOptions options) {
    var widgetEnvironment = new WidgetEnvironment(options);
    widgetEnvironments.add(widgetEnvironment);
    return widgetEnvironment;
  }

  private static boolean isFocused(Widget widget, String selector) {
    return (boolean)
        widget
            .page()
            .evaluate(
                "(selector) => !!document.querySelector('dossier-chat').shadowRoot"
                    + ".querySelector(selector + ':focus')",
                selector);
  }

  /// The position and appearance of everything in the widget.
  private static Object look(Widget widget) {
    return widget
        .page()
        .evaluate(
            """
            () => {
              const root = document.querySelector('dossier-chat').shadowRoot.querySelector('.root');
              root.querySelectorAll('details').forEach((details) => { details.open = true; });
              const from = root.getBoundingClientRect();
              const seen = [root, ...root.querySelectorAll('*')].filter((e) => e.checkVisibility());
              return seen.map((element) => {
                const style = getComputedStyle(element);
                const box = element.getBoundingClientRect();
                const place = [box.left - from.left, box.top - from.top, box.height].map(Math.round);
                const names = ['color', 'backgroundColor', 'fontFamily', 'fontSize', 'lineHeight',
                  'letterSpacing', 'textTransform', 'textAlign', 'direction', 'visibility', 'opacity',
                  'display', 'position', 'cursor', 'pointerEvents', 'borderTopWidth'];
                return [element.tagName, ...place, ...names.map((name) => style[name])].join(' ');
              });
            }
            """);
  }
}
