package org.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds docs/configuration.md to the settings that the code really has.
class ConfigurationDocumentationTest {
  private static final Path PAGE = Path.of("docs/configuration.md");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(dossier\\.[a-z0-9.-]+)` \\| (?:`([^`]*)`|–) \\| .{10,} \\|$", Pattern.MULTILINE);

  @Test
  void everySettingIsDocumentedWithItsDefault() throws IOException {
    assertThat(documented()).containsExactlyInAnyOrderEntriesOf(settings());
  }

  private static Map<String, String> documented() throws IOException {
    var rows = new TreeMap<String, String>();
    ROW.matcher(Files.readString(PAGE))
        .results()
        .forEach(row -> rows.put(row.group(1), Optional.ofNullable(row.group(2)).orElse("")));
    return rows;
  }

  private static Map<String, String> settings() {
    var settings = new TreeMap<String, String>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.dossier")
            .stream()
            .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
            .map(JavaClass::reflect)
            .forEach(
                type -> collect(type, type.getAnnotation(ConfigMapping.class).prefix(), settings));
    return settings;
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
        : method
            .getName()
            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(java.util.Locale.ROOT);
  }
}
