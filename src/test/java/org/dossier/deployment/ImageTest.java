package org.dossier.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dossier.Settings;
import org.junit.jupiter.api.Test;

/// The container image, which is specified twice: for jib and in the Dockerfile.
class ImageTest {

  @Test
  void dockerfileAndLauncherBuildTheSameImage() throws IOException {
    assertThat(Image.ofDockerfile()).isEqualTo(Image.ofJib());
  }

  @Test
  void theImageStartsTheJvmWithTheLaunchersOptions() throws IOException {
    var image = Image.ofJib();

    assertThat(image.entrypoint())
        .containsExactly("/opt/dossier/jre/bin/java", "@/opt/dossier/java.options");
    assertThat(image.arguments()).containsExactly("serve");
    assertThat(Files.readString(Path.of("image/build.sh")))
        .contains(">\"$image_home/java.options\"", "image_home=$image_root/opt/dossier");
  }

  @Test
  void theImageRunsAsAnyUserWithOneVolume() throws IOException {
    var image = Image.ofJib();

    assertThat(image.userId()).isGreaterThan(1000);
    assertThat(image.volumes()).containsExactly(image.environment().get("DOSSIER_DATA"));
    assertThat(Settings.withDefaults().keySet().stream().map(Settings::variable))
        .contains("DOSSIER_DATA");
  }

  /// The Dockerfile must copy everything that the launcher considers a source of a build.
  @Test
  void theDockerfileCopiesAllSourcesOfTheImage() throws IOException {
    var sent = new TreeSet<String>();
    Pattern.compile("(?m)^!(.+)$")
        .matcher(Files.readString(Path.of(".dockerignore")))
        .results()
        .forEach(line -> sent.add(line.group(1)));
    var sources =
        Pattern.compile("find (dossier .+) -newer")
            .matcher(Files.readString(Path.of("dossier")))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1)
            .split(" ");

    assertThat(sent).contains(sources).contains("corpus", "image", "LICENSE", "NOTICE");
    assertThat(sent).allSatisfy(name -> assertThat(Path.of(name)).exists());
  }
}
