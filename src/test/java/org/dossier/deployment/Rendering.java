package org.dossier.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The manifests that are applied to a cluster.
///
/// @param manifests all manifests, in the order of rendering
record Rendering(List<HasMetadata> manifests) {

  /// Renders the overlay with `components` in addition to its own.
  ///
  /// @param folder an empty folder for the kustomization that combines them
  static Rendering of(Path folder, String overlay, String... components)
      throws IOException, InterruptedException {
    var k8s = folder.toRealPath().relativize(Manifests.FOLDER.toRealPath());
    var kustomization = new StringBuilder("resources:\n- " + k8s + "/overlays/" + overlay + "\n");
    if (components.length > 0) {
      kustomization.append("components:\n");
    }
    for (var component : components) {
      kustomization.append("- ").append(k8s).append("/components/").append(component).append('\n');
    }
    Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
    return new Rendering(Manifests.read(rendered(folder)));
  }

  static boolean isPossible() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, "kubectl"))
        .anyMatch(Files::isExecutable);
  }

  private static String rendered(Path folder) throws IOException, InterruptedException {
    var errors = folder.resolve("errors");
    var kubectl =
        new ProcessBuilder("kubectl", "kustomize", folder.toString())
            .redirectError(errors.toFile())
            .start();
    kubectl.getOutputStream().close();
    var yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (kubectl.waitFor() != 0) {
      throw new IllegalArgumentException(Files.readString(errors));
    }
    return yaml;
  }

  <T extends HasMetadata> List<T> all(Class<T> type) {
    return manifests.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T extends HasMetadata> T only(Class<T> type) {
    var all = all(type);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " of " + type.getSimpleName());
    }
    return all.getFirst();
  }

  /// The pod templates.
  List<PodTemplateSpec> pods() {
    return manifests.stream().flatMap(manifest -> template(manifest).stream()).toList();
  }

  private static Optional<PodTemplateSpec> template(HasMetadata manifest) {
    return switch (manifest) {
      case StatefulSet set -> Optional.of(set.getSpec().getTemplate());
      case Deployment deployment -> Optional.of(deployment.getSpec().getTemplate());
      case CronJob job -> Optional.of(job.getSpec().getJobTemplate().getSpec().getTemplate());
      default -> Optional.empty();
    };
  }

  /// The pod template of the server.
  PodTemplateSpec server() {
    return template(serverSet()).orElseThrow();
  }

  /// The manifest that creates the servers' pods.
  HasMetadata serverSet() {
    var sets =
        manifests.stream()
            .filter(manifest -> template(manifest).isPresent())
            .filter(manifest -> manifest.getMetadata().getName().equals("dossier"))
            .toList();
    if (sets.size() != 1) {
      throw new AssertionError(sets.size() + " manifests create servers");
    }
    return sets.getFirst();
  }

  List<Container> containers() {
    return pods().stream().flatMap(pod -> pod.getSpec().getContainers().stream()).toList();
  }
}
