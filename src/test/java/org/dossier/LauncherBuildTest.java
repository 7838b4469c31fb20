package org.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dossier.LauncherSandbox.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Builds, AOT recordings and test runs of the launcher, in a sandbox whose JDKs and Maven are
/// scripts that record their calls.
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, unit = SECONDS, threadMode = SEPARATE_THREAD)
class LauncherBuildTest {
  private LauncherSandbox sandbox;

  @BeforeEach
  void setUp(@TempDir Path folder) throws IOException {
    sandbox = new LauncherSandbox(folder);
    sandbox.installMaven();
  }

  // Builds

  @Test
  void buildUsesTheJdkThatWasFound() throws Exception {
    Path jdk = sandbox.installJdk("25", "jdk");

    sandbox.run("build");

    assertThat(sandbox.mavenCalls())
        .singleElement()
        .asString()
        .contains("|package|")
        .contains("JAVA_HOME=" + jdk);
  }

  @Test
  void unchangedSourcesAreNotBuiltAgain() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.run("build");

    Outcome outcome = sandbox.run("ask");

    assertThat(sandbox.mavenCalls()).hasSize(1);
    assertThat(outcome.errors()).isEmpty();
  }

  @Test
  void changedSourceTriggersABuild() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.run("build");
    sandbox.changeSource();

    sandbox.run("ask");

    assertThat(sandbox.mavenCalls()).hasSize(2);
  }

  @Test
  void deletedSourceTriggersABuild() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.run("build");
    sandbox.deleteSource();

    sandbox.run("ask");

    assertThat(sandbox.mavenCalls()).hasSize(2);
  }

  @Test
  void failedBuildShowsItsLogAndIsRetried() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.setMavenExitCode(1);

    Outcome outcome = sandbox.run("ask");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errors()).contains("what Maven has to say", "target/build.log");
    assertThat(outcome.output()).isEmpty();

    sandbox.setMavenExitCode(0);
    assertThat(sandbox.run("ask").exitCode()).isZero();
    assertThat(sandbox.mavenCalls()).hasSize(2);
  }

  @Test
  void concurrentLaunchersBuildOnce() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.holdMaven();
    Process first = sandbox.start("ask");
    sandbox.awaitMaven();
    Process second = sandbox.start("ask");
    try (var errors = second.errorReader(UTF_8)) {
      assertThat(errors.readLine()).contains("waiting for another launcher");
      sandbox.releaseMaven();
    }

    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(sandbox.mavenCalls()).hasSize(1);
  }

  @Test
  void lockOfAKilledLauncherIsRemoved() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.holdMaven();
    Process killed = sandbox.start("ask");
    sandbox.awaitMaven();
    List<ProcessHandle> orphans = killed.descendants().toList();
    killed.destroyForcibly().waitFor();
    sandbox.releaseMaven();

    assertThat(sandbox.run("ask").exitCode()).isZero();
    // The Maven of the killed launcher goes on: it may write to the folder that this test deletes.
    orphans.forEach(orphan -> orphan.onExit().join());
  }

  @Test
  void interruptedBuildStopsMavenAndRemovesTheLock() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.holdMaven();
    Process interrupted = sandbox.start("ask");
    sandbox.awaitMaven();
    ProcessHandle maven = interrupted.children().findFirst().orElseThrow();

    interrupted.destroy();

    assertThat(interrupted.waitFor()).isEqualTo(143);
    maven.onExit().join();
    assertThat(sandbox.home().resolve("target/launcher/lock")).doesNotExist();
  }

  // The AOT cache

  @Test
  void aotCacheOfTheBuildIsUsed() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.run("build");

    assertThat(sandbox.run("ask").jvmOptions())
        .anyMatch(option -> option.matches("-XX:AOTCache=.*/target/launcher/.*\\.aot"));
    assertThat(sandbox.aotRecordings()).isEqualTo(1);
  }

  @Test
  void eachJdkHasItsOwnAotCache() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.run("build");
    sandbox.setJavaHome(sandbox.installJdk("25.0.1", "other"));

    sandbox.run("ask");
    sandbox.run("ask");

    assertThat(sandbox.aotRecordings()).isEqualTo(2);
    assertThat(sandbox.mavenCalls()).hasSize(1);
  }

  @Test
  void failedAotRecordingIsNotRetried() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.setJavaExitCode(3);
    sandbox.run("build");
    sandbox.setJavaExitCode(0);

    Outcome outcome = sandbox.run("ask");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.jvmOptions()).noneMatch(option -> option.startsWith("-XX:AOTCache"));
    assertThat(sandbox.aotRecordings()).isEqualTo(1);
  }

  @Test
  void nativeCodeIsLoadedFromTheBuildFolder() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.addNatives();
    sandbox.run("build");

    assertThat(sandbox.run("ask").jvmOptions())
        .contains(
            "-Donnxruntime.native.path="
                + sandbox.home().resolve("target/quarkus-app/lib/natives"));
  }

  @Test
  void nativeCodeOfAnEarlierBuildIsRemoved() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.addNatives();
    sandbox.run("build");

    sandbox.run("test");

    assertThat(sandbox.home().resolve("target/quarkus-app/lib/natives")).doesNotExist();
  }

  // Test runs

  @Test
  void testRunsTheWholeSuiteWithItsChecks() throws Exception {
    sandbox.installJdk("25", "jdk");

    sandbox.run("test", "-Da=A B");

    assertThat(sandbox.mavenCalls())
        .singleElement()
        .asString()
        .contains("verify|-Da=A B|")
        .doesNotContain("quick", "skip");
  }

  @Test
  void namedUnitTestsSkipIntegrationTests() throws Exception {
    sandbox.installJdk("25", "jdk");

    sandbox.run("test", "-Dtest=A#b");
    sandbox.run("test", "-Dtest=A", "-Dit.test=B");

    assertThat(sandbox.mavenCalls()).hasSize(2);
    assertThat(sandbox.mavenCalls().getFirst()).contains("|-DskipITs|-Dtest=A#b|");
    assertThat(sandbox.mavenCalls().getLast()).doesNotContain("skip");
  }

  @Test
  void testReportsSkippedTestsAtTheEnd() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.setSkippedTests("the browser tests were SKIPPED");

    assertThat(sandbox.run("test").errors()).endsWith("dossier: the browser tests were SKIPPED\n");
    assertThat(sandbox.run("test").errors()).doesNotContain("SKIPPED");
  }

  @Test
  void testReturnsTheExitCodeOfMaven() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.setMavenExitCode(1);

    assertThat(sandbox.run("test").exitCode()).isEqualTo(1);
  }
}
