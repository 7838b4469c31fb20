package org.dossier.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The manifests in the repository; these tests need no tool.
class ManifestFilesTest {

  @Test
  void everyManifestHasKnownTypes() throws IOException {
    for (var file : Manifests.files()) {
      assertThat(Manifests.read(file)).as(file.toString()).isNotEmpty();
    }
  }

  @Test
  void aMisspeltFieldIsFoundAtAnyDepth() throws IOException {
    var server = Files.readString(Manifests.FOLDER.resolve("base/stateful-set.yaml"));

    assertThatThrownBy(() -> Manifests.read(server.replace("readinessProbe:", "readynessProbe:")))
        .hasMessageContaining("[readynessProbe]");
    assertThatThrownBy(() -> Manifests.read(server.replace("drop:", "drops:")))
        .hasMessageContaining("[drops]");
    assertThatThrownBy(() -> Manifests.read(server.replace("apps/v1", "apps/v2")))
        .hasMessageContaining("apps/v2 StatefulSet");
  }

  @Test
  void everyManifestBelongsToItsKustomization() throws IOException {
    for (var file : Manifests.files()) {
      var kustomization = Manifests.tree(file.resolveSibling("kustomization.yaml"));
      var named = new ArrayList<String>();
      kustomization.path("resources").forEach(name -> named.add(name.asText()));
      kustomization.path("patches").forEach(patch -> named.add(patch.path("path").asText()));

      assertThat(named).as(file.toString()).contains(file.getFileName().toString());
    }
  }

  @Test
  void theImageTagIsTheCurrentVersion() throws IOException {
    var pom = Files.readString(Path.of("pom.xml"));
    for (var overlay : List.of("single", "shared", "distributed")) {
      var folder = Manifests.FOLDER.resolve("overlays").resolve(overlay);
      var image = Manifests.tree(folder.resolve("kustomization.yaml")).at("/images/0");

      assertThat(image.path("name").asText()).isEqualTo("dossier");
      assertThat(pom)
          .contains("<version>" + image.path("newTag").asText() + "</version>\n  <name>");
    }
    assertThat(Pattern.compile("\\bdossier:(\\d\\S+\\w)").matcher(page()).results())
        .isNotEmpty()
        .allSatisfy(
            tag -> assertThat(pom).contains("<version>" + tag.group(1) + "</version>\n  <name>"));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/how-to/deploying.md"));
  }

  @Test
  void secretsAreReferencedAndNeverContained() throws IOException {
    for (var file : Manifests.files()) {
      assertThat(Manifests.read(file))
          .as(file.toString())
          .noneMatch(manifest -> manifest.getKind().equals("Secret"));
    }
    try (var walk = Files.walk(Manifests.FOLDER)) {
      for (var file : walk.filter(each -> each.endsWith("kustomization.yaml")).toList()) {
        assertThat(Manifests.tree(file).has("secretGenerator")).as(file.toString()).isFalse();
      }
    }
  }
}
