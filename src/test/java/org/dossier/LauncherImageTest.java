package org.dossier;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// How the launcher lays out the files of the container image, on a machine whose JDKs and Maven
/// are scripts; on a base that brings the system's libraries.
@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, unit = SECONDS, threadMode = SEPARATE_THREAD)
class LauncherImageTest {
  private LauncherSandbox machine;
  private Path root;

  @BeforeEach
  void setUp(@TempDir Path folder) throws Exception {
    machine = new LauncherSandbox(folder);
    machine.installMaven();
    machine.installJdk("25", "jdk");
    root = folder.resolve("the root");
  }

  @Test
  void itsJvmIsStartedAsTheLauncherStartsOne() throws Exception {
    machine.letThereBeNatives();
    machine.run("build");
    var here = new ArrayList<>(machine.run("serve").jvmOptions());
    here.replaceAll(option ->
        option
            .replace(machine.home().toString(), "/opt/dossier")
            .replaceAll("/opt/dossier/target/launcher/.*\\.aot", "/opt/dossier/dossier.aot")
            .replace("/opt/dossier/target/quarkus-app", "/opt/dossier/app"));
    here.addAll(List.of("-jar", "/opt/dossier/app/quarkus-run.jar"));

    assertThat(layOut().exitCode()).isZero();
    var inTheImage = Files.readAllLines(root.resolve("opt/dossier/java.options"));

    assertThat(inTheImage)
        .contains("\"-XX:+ExitOnOutOfMemoryError\"")
        .filteredOn(option -> !option.contains("ExitOnOutOfMemoryError"))
        .containsExactlyElementsOf(here.stream().map(option -> '"' + option + '"').toList());
  }

  @Test
  void everythingIsInItAndOfOneTime() throws Exception {
    layOut();

    var home = root.resolve("opt/dossier");
    for (var name :
        List.of(
            "jre/bin/java",
            "app/quarkus-run.jar",
            "dossier.aot",
            "corpus",
            "sbom.json",
            "LICENSE",
            "NOTICE")) {
      assertThat(home.resolve(name)).exists();
    }
    try (var files = Files.walk(root)) {
      assertThat(files)
          .allSatisfy(file ->
              assertThat(Files.getLastModifiedTime(file))
                  .isEqualTo(FileTime.from(Instant.ofEpochSecond(1))));
    }
  }

  @Test
  void theSameBuildIsRecordedOnce() throws Exception {
    layOut();
    int trainings = machine.aotRecordings();

    layOut();

    assertThat(machine.aotRecordings()).isEqualTo(trainings);
  }

  @Test
  void anOptionThatThereIsNotIsRefused() throws Exception {
    var outcome = machine.run("image", "--tag", "x");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errors()).contains("unknown option --tag", "--out FILE.tar");
    assertThat(machine.mavenCalls()).isEmpty();
  }

  private LauncherSandbox.Outcome layOut() throws Exception {
    return machine.run("image", "--base", "a-base", "--root", root.toString());
  }
}
