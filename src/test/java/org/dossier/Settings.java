package org.dossier;

import io.quarkus.runtime.configuration.DurationConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The settings that the code has.
public final class Settings {
  private static final Map<String, String> WITH_DEFAULTS = read();

  private Settings() {}

  /// The defaults by name, as written; empty if a setting has no default.
  public static Map<String, String> withDefaults() {
    return WITH_DEFAULTS;
  }

  /// The default duration of `setting`.
  public static Duration duration(String setting) {
    return DurationConverter.parseDuration(withDefaults().get(setting));
  }

  /// The name of the environment variable for `setting`.
  public static String variable(String setting) {
    return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static Map<String, String> read() {
    try {
      var settings = new TreeMap<String, String>();
      SettingsReader.read(Path.of("src/main/java"))
          .forEach((name, setting) -> settings.put(name, setting.byDefault()));
      return Collections.unmodifiableMap(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
