package org.dossier;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
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
    var settings = new TreeMap<String, String>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.dossier")
            .stream()
            .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
            .map(JavaClass::reflect)
            .forEach(
                type -> collect(type, type.getAnnotation(ConfigMapping.class).prefix(), settings));
    return Collections.unmodifiableMap(settings);
  }

  private static void collect(Class<?> type, String prefix, Map<String, String> settings) {
    Arrays.stream(type.getMethods())
        .forEach(method -> {
          var key =
              method.isAnnotationPresent(WithParentName.class)
                  ? prefix
                  : prefix + "." + name(method);
          if (method.getReturnType().isInterface() && isGroup(method.getReturnType())) {
            collect(method.getReturnType(), key, settings);
          } else {
            var byDefault = method.getAnnotation(WithDefault.class);
            settings.put(key, byDefault == null ? "" : byDefault.value());
          }
        });
  }

  private static boolean isGroup(Class<?> type) {
    return type.getPackageName().startsWith("org.dossier");
  }

  private static String name(Method method) {
    var named = method.getAnnotation(WithName.class);
    return named != null
        ? named.value()
        : method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
