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

/// The settings that the code really has.
public final class Settings {
  private static final Map<String, String> WITH_DEFAULTS = read();

  private Settings() {}

  /// By name, with their defaults as they are written; empty where there is none.
  public static Map<String, String> withDefaults() {
    return WITH_DEFAULTS;
  }

  /// How long `setting` is when nobody sets it.
  public static Duration duration(String setting) {
    return DurationConverter.parseDuration(withDefaults().get(setting));
  }

  /// The name of the environment variable that sets `setting`.
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
