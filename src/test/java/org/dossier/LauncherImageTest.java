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

/// The files of the container image that the launcher lays out, in a sandbox whose JDKs and Maven
/// are scripts, on a base image that contains the system libraries.
@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, unit = SECONDS, threadMode = SEPARATE_THREAD)
class LauncherImageTest {
  private LauncherSandbox sandbox;
  private Path root;

  @BeforeEach
  void setUp(@TempDir Path folder) throws Exception {
    sandbox = new LauncherSandbox(folder);
    sandbox.installMaven();
    sandbox.installJdk("25", "jdk");
    root = folder.resolve("the root");
  }

  @Test
  void imageUsesTheJvmOptionsOfTheLauncher() throws Exception {
    sandbox.addNatives();
    sandbox.run("build");
    var here = new ArrayList<>(sandbox.run("serve").jvmOptions());
    here.replaceAll(option ->
        option
            .replace(sandbox.home().toString(), "/opt/dossier")
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
  void imageIsCompleteWithFixedTimestamps() throws Exception {
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
  void aotCacheIsRecordedOncePerBuild() throws Exception {
    layOut();
    int recordings = sandbox.aotRecordings();

    layOut();

    assertThat(sandbox.aotRecordings()).isEqualTo(recordings);
  }

  @Test
  void unknownOptionIsRejected() throws Exception {
    var outcome = sandbox.run("image", "--tag", "x");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errors()).contains("unknown option --tag", "--out FILE.tar");
    assertThat(sandbox.mavenCalls()).isEmpty();
  }

  private LauncherSandbox.Outcome layOut() throws Exception {
    return sandbox.run("image", "--base", "a-base", "--root", root.toString());
  }
}
