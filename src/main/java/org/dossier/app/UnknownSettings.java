package org.dossier.app;

import io.quarkus.arc.Arc;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import jakarta.enterprise.inject.Any;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dossier.cli.SimilarName;

/// Environment variables that look like settings of this program and are not, such as the
/// misspelling `DOSSIER_MODLE`. Without a warning, they would be ignored.
final class UnknownSettings {
  private static final String PREFIX = "DOSSIER_";

  /// Variables that are no settings: secrets, and those of the launcher, of the command line, and
  /// of the client examples.
  private static final Set<String> OTHERS =
      Set.of(
          "DOSSIER_DATABASE_PASSWORD",
          "DOSSIER_JAVA_OPTIONS",
          "DOSSIER_JDK_PLACES",
          "DOSSIER_MODEL_API_KEY",
          "DOSSIER_SEARCH_PASSWORD",
          "DOSSIER_SEARCH_USER",
          "DOSSIER_TOKEN",
          "DOSSIER_URL");

  private UnknownSettings() {}

  /// A warning for each unknown variable, in alphabetical order.
  static Set<String> warnings(Set<String> variables) {
    return warnings(variables, names());
  }

  /// @param settings the names of the settings as environment variables
  static Set<String> warnings(Set<String> variables, Set<String> settings) {
    return variables.stream()
        .filter(name -> name.startsWith(PREFIX))
        .filter(name -> !settings.contains(name) && !OTHERS.contains(name) && !isServiceLink(name))
        .map(name -> warning(name, settings))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String warning(String name, Set<String> settings) {
    return "%s is not a setting and has no effect%s"
        .formatted(
            name,
            SimilarName.find(name, settings)
                .map(known -> ": did you mean %s?".formatted(known))
                .orElse(" (docs/reference/configuration.md lists the settings)"));
  }

  /// Kubernetes sets such variables for a service with the name `dossier`.
  private static boolean isServiceLink(String name) {
    return name.startsWith(PREFIX + "SERVICE_")
        || name.equals(PREFIX + "PORT")
        || name.startsWith(PREFIX + "PORT_");
  }

  /// The names of all settings as environment variables, from the configuration interfaces that the
  /// framework registered.
  static Set<String> names() {
    return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .flatMap(bean -> bean.getTypes().stream())
        .filter(type -> type instanceof Class<?> c && c.isAnnotationPresent(ConfigMapping.class))
        .map(type -> (Class<?>) type)
        .filter(type -> type.getName().startsWith("org.dossier."))
        .distinct()
        .flatMap(
            type -> ConfigMappings.getProperties(ConfigClass.configClass(type)).keySet().stream())
        .map(UnknownSettings::variable)
        .collect(Collectors.toSet());
  }

  private static String variable(String setting) {
    return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
