package org.dossier.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The Chromium browser installed on this machine, started once for all tests. It is never
/// downloaded.
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Path ON_MACOS =
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  /// Disables everything except the page under test on the network and the screen.
  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  static final double TIMEOUT_MILLIS = 30_000;

  private static @Nullable Browser started;

  private Chromium() {}

  static Optional<Path> find() {
    var onPath =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(onPath, Stream.of(ON_MACOS)).filter(Files::isExecutable).findFirst();
  }

  /// Started on the first call; it ends with this process.
  static synchronized Browser browser() {
    if (started == null) {
      var found =
          find().orElseThrow(() -> new AssertionError("there is no Chromium on this machine"));
      // A long timeout, because the machine may be busy with other tests.
      PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
      var playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      started =
          playwright
              .chromium()
              .launch(new BrowserType.LaunchOptions().setExecutablePath(found).setArgs(OPTIONS));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return started;
  }
}
