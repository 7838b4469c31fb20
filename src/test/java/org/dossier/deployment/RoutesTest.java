package org.dossier.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dossier.Settings;
import org.junit.jupiter.api.Test;

/// The routes from outside the cluster: all resources for users, and none for operators.
class RoutesTest {

  @Test
  void theIngressRoutesToEveryResource() throws IOException {
    var ingress = ingress();

    assertThat(resources()).allMatch(path -> matches(ingress, path));
    assertThat(resources()).contains("/api", "/articles", "/slack", "/widget.js");
  }

  @Test
  void platformPathsAreNotRouted() throws IOException {
    for (var path : Set.of("/q", "/q/metrics", "/q/health", "/q/openapi", "/queue")) {
      assertThat(matches(ingress(), path)).as(path).isFalse();
    }
  }

  @Test
  void gatewayAndIngressHaveTheSameRoutes() throws IOException {
    assertThat(gateway()).isEqualTo(ingress());
  }

  @Test
  void streamsAreNotBufferedAndLimitsMatch() throws IOException {
    var annotations = manifest(Ingress.class, "ingress/ingress").getMetadata().getAnnotations();
    var bodyLimit =
        Objects.requireNonNull(Settings.withDefaults().get("dossier.web.article-lines-body-limit"));
    var readTimeout =
        Objects.requireNonNull(annotations.get("nginx.ingress.kubernetes.io/proxy-read-timeout"));

    assertThat(annotations)
        .containsEntry("nginx.ingress.kubernetes.io/proxy-buffering", "off")
        .containsEntry(
            "nginx.ingress.kubernetes.io/proxy-body-size", bodyLimit.toLowerCase(Locale.ROOT));
    assertThat(Long.parseLong(readTimeout))
        .isGreaterThan(Settings.duration("dossier.web.request-timeout").toSeconds());
  }

  /// The first path segment of each resource for users and of the static files; two of well-known
  /// ones. Those of the platform begin with `/q`.
  private static Set<String> resources() {
    var paths = new TreeSet<>(Set.of("/", "/assets"));
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.dossier")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .flatMap(RoutesTest::paths)
            .map(path -> path.replaceAll("^((?:/\\.well-known)?/[^/{]*).*", "$1"))
            .filter(path -> !path.equals("/q"))
            .forEach(paths::add);
    return paths;
  }

  private static Stream<String> paths(Class<?> type) {
    var base = type.getAnnotation(Path.class).value();
    return Arrays.stream(type.getDeclaredMethods())
        .map(method -> method.getAnnotation(Path.class))
        .map(path -> path == null ? base : (base + "/" + path.value()).replaceAll("/+", "/"));
  }

  private static boolean matches(Map<String, String> routes, String path) {
    return routes.entrySet().stream()
        .anyMatch(route ->
            path.equals(route.getKey())
                || (route.getValue().equals("Prefix") && path.startsWith(route.getKey() + "/")));
  }

  private static Map<String, String> ingress() throws IOException {
    var routes = new TreeMap<String, String>();
    manifest(Ingress.class, "ingress/ingress")
        .getSpec()
        .getRules()
        .forEach(rule ->
            rule.getHttp()
                .getPaths()
                .forEach(path -> routes.put(path.getPath(), path.getPathType())));
    return routes;
  }

  private static Map<String, String> gateway() throws IOException {
    var routes = new TreeMap<String, String>();
    manifest(HTTPRoute.class, "gateway/http-route").getSpec().getRules().stream()
        .flatMap(rule -> rule.getMatches().stream())
        .forEach(match ->
            routes.put(
                match.getPath().getValue(),
                match.getPath().getType().replace("PathPrefix", "Prefix")));
    return routes;
  }

  private static <T> T manifest(Class<T> type, String name) throws IOException {
    var file = Manifests.FOLDER.resolve("components").resolve(name + ".yaml");
    return type.cast(Manifests.read(file).getFirst());
  }
}
