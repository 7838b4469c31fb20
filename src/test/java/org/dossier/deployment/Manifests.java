package org.dossier.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A strict parser of manifests into Kubernetes' own types that rejects unknown fields.
final class Manifests {
  static final Path FOLDER = Path.of("k8s");

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private static final Map<String, Class<? extends HasMetadata>> TYPES =
      Stream.of(
              ConfigMap.class,
              CronJob.class,
              Deployment.class,
              HorizontalPodAutoscaler.class,
              HTTPRoute.class,
              Ingress.class,
              NetworkPolicy.class,
              PersistentVolumeClaim.class,
              PodDisruptionBudget.class,
              Service.class,
              ServiceAccount.class,
              StatefulSet.class)
          .collect(
              Collectors.toMap(
                  type -> HasMetadata.getApiVersion(type) + " " + HasMetadata.getKind(type),
                  type -> type));

  private Manifests() {}

  /// The manifests below `k8s/`, without files that only kustomize reads, and without those for the
  /// monitoring tools.
  static List<Path> files() throws IOException {
    try (var walk = Files.walk(FOLDER)) {
      return walk.filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith("kustomization.yaml"))
          .filter(file -> !file.startsWith(FOLDER.resolve("observability")))
          .sorted()
          .toList();
    }
  }

  static List<HasMetadata> read(Path file) throws IOException {
    return read(Files.readString(file));
  }

  /// @throws IllegalArgumentException if a type or a field is unknown
  static List<HasMetadata> read(String yaml) throws IOException {
    try (var documents =
        YAML.readerFor(JsonNode.class).<JsonNode>readValues(YAML.createParser(yaml))) {
      var manifests = new ArrayList<HasMetadata>();
      while (documents.hasNext()) {
        manifests.add(typed(documents.next()));
      }
      return manifests;
    }
  }

  static JsonNode tree(Path file) throws IOException {
    return YAML.readTree(file.toFile());
  }

  private static HasMetadata typed(JsonNode document) throws IOException {
    var name = document.path("apiVersion").asText() + " " + document.path("kind").asText();
    var type = TYPES.get(name);
    if (type == null) {
      throw new IllegalArgumentException("no type " + name);
    }
    var manifest = YAML.treeToValue(document, type);
    refuseUnknown(manifest, name);
    return manifest;
  }

  /// Unknown fields are among the additional properties of a type.
  private static void refuseUnknown(@Nullable Object value, String path) {
    switch (value) {
      case null -> {}
      case List<?> list -> list.forEach(each -> refuseUnknown(each, path + "[]"));
      case Map<?, ?> map -> map.forEach((key, each) -> refuseUnknown(each, path + "." + key));
      case Object object when object.getClass().getPackageName().startsWith("io.fabric8") ->
          Arrays.stream(object.getClass().getMethods())
              .filter(method -> method.getName().startsWith("get"))
              .filter(method -> method.getParameterCount() == 0)
              .forEach(getter -> refuseUnknown(object, getter, path));
      case Object _ -> {}
    }
  }

  private static void refuseUnknown(Object object, Method getter, String path) {
    try {
      var value = getter.invoke(object);
      if (!getter.getName().equals("getAdditionalProperties")) {
        refuseUnknown(value, path + "." + getter.getName().substring(3));
      } else if (value instanceof Map<?, ?> unknown && !unknown.isEmpty()) {
        throw new IllegalArgumentException(path + " has no field " + unknown.keySet());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot look at " + getter, e);
    }
  }
}
