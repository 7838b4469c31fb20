package org.dossier.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// The environment of a widget test: a fresh browser context, the proxy to the server, and another
/// site with pages that contain the widget.
final class WidgetEnvironment implements AutoCloseable {
  /// A page without accessibility faults, so that every fault found is the widget's.
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s" dir="%s">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>The Valley Post</title>
      <style nonce="page">
        :root { color-scheme: light dark } body { margin: 24px; max-width: 720px; font: 16px/1.5 serif }
      %s</style>
      <script type="module" src="%s/widget.js"></script></head>
      <body><main><h1>The Valley Post</h1><p>News from the valley since 1871.</p>
      <dossier-chat %s></dossier-chat>
      <p>Printed on Thursdays.</p></main></body></html>
      """;

  private static @Nullable OtherSite otherSite;

  final ControllableProxy controllableProxy = new ControllableProxy(RestAssured.port);
  final BrowserContext context;

  WidgetEnvironment() {
    this(new Browser.NewContextOptions());
  }

  WidgetEnvironment(Browser.NewContextOptions options) {
    this.context = Chromium.browser().newContext(options.setLocale("en-GB"));
    context.setDefaultTimeout(Chromium.TIMEOUT_MILLIS);
  }

  /// This server's start page, through the proxy.
  Widget home() {
    return Widget.open(context, controllableProxy.address() + "/");
  }

  /// A page of the other site with the widget.
  Widget page(String attributes) {
    return page(new Setting("en", attributes, "", Map.of()));
  }

  /// The properties of a page.
  ///
  /// @param language of the page
  /// @param attributes of the widget
  /// @param style additional style rules of the page
  /// @param headers the response headers of the page
  record Setting(String language, String attributes, String style, Map<String, String> headers) {}

  Widget page(Setting setting) {
    var html =
        PAGE.formatted(
            setting.language(),
            Set.of("ar", "fa").contains(setting.language()) ? "rtl" : "ltr",
            setting.style(),
            controllableProxy.address(),
            setting.attributes());
    return Widget.open(context, site().publish("/page", html, setting.headers()));
  }

  /// A page of the other site with this content.
  Widget html(String html) {
    return Widget.open(context, site().publish("/html", html, Map.of()));
  }

  private static synchronized OtherSite site() {
    if (otherSite == null) {
      int port = ConfigProvider.getConfig().getValue(WidgetProfile.SITE_PORT, Integer.class);
      otherSite = OtherSite.at(port);
    }
    return otherSite;
  }

  @Override
  public void close() throws IOException {
    context.close();
    controllableProxy.close();
  }
}
