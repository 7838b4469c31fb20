package org.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.nio.file.Path;
import org.dossier.LauncherSandbox.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// When the launcher builds, trains and tests, on a machine whose JDKs and Maven are scripts that
/// record their calls.
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, unit = SECONDS, threadMode = SEPARATE_THREAD)
class LauncherBuildTest {
  private LauncherSandbox machine;

  @BeforeEach
  void setUp(@TempDir Path folder) throws IOException {
    machine = new LauncherSandbox(folder);
    machine.installMaven();
  }

  // When it builds

  @Test
  void itBuildsOnTheJdkItFound() throws Exception {
    Path jdk = machine.installJdk("25", "jdk");

    machine.run("build");

    assertThat(machine.mavenCalls())
        .singleElement()
        .asString()
        .contains("|package|")
        .contains("JAVA_HOME=" + jdk);
  }

  @Test
  void itDoesNotBuildAgainWhileTheSourcesAreTheSame() throws Exception {
    machine.installJdk("25", "jdk");
    machine.run("build");

    Outcome outcome = machine.run("ask");

    assertThat(machine.mavenCalls()).hasSize(1);
    assertThat(outcome.errors()).isEmpty();
  }

  @Test
  void aChangedSourceIsBuilt() throws Exception {
    machine.installJdk("25", "jdk");
    machine.run("build");
    machine.changeSource();

    machine.run("ask");

    assertThat(machine.mavenCalls()).hasSize(2);
  }

  @Test
  void aSourceThatIsGoneIsReasonToBuild() throws Exception {
    machine.installJdk("25", "jdk");
    machine.run("build");
    machine.deleteSource();

    machine.run("ask");

    assertThat(machine.mavenCalls()).hasSize(2);
  }

  @Test
  void aFailedBuildShowsItsLogAndIsTriedAgain() throws Exception {
    machine.installJdk("25", "jdk");
    machine.letMavenEndWith(1);

    Outcome outcome = machine.run("ask");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errors()).contains("what Maven has to say", "target/build.log");
    assertThat(outcome.output()).isEmpty();

    machine.letMavenEndWith(0);
    assertThat(machine.run("ask").exitCode()).isZero();
    assertThat(machine.mavenCalls()).hasSize(2);
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    machine.installJdk("25", "jdk");
    machine.holdMaven();
    Process first = machine.start("ask");
    machine.awaitMaven();
    Process second = machine.start("ask");
    try (var errors = second.errorReader(UTF_8)) {
      assertThat(errors.readLine()).contains("waiting for another launcher");
      machine.releaseMaven();
    }

    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(machine.mavenCalls()).hasSize(1);
  }

  @Test
  void theLockOfAKilledLauncherIsTakenAway() throws Exception {
    machine.installJdk("25", "jdk");
    machine.holdMaven();
    Process killed = machine.start("ask");
    machine.awaitMaven();
    killed.destroyForcibly().waitFor();
    machine.releaseMaven();

    assertThat(machine.run("ask").exitCode()).isZero();
  }

  @Test
  void anInterruptedBuildEndsMavenAndLeavesNoLock() throws Exception {
    machine.installJdk("25", "jdk");
    machine.holdMaven();
    Process interrupted = machine.start("ask");
    machine.awaitMaven();
    ProcessHandle maven = interrupted.children().findFirst().orElseThrow();

    interrupted.destroy();

    assertThat(interrupted.waitFor()).isEqualTo(143);
    maven.onExit().join();
    assertThat(machine.home().resolve("target/launcher/lock")).doesNotExist();
  }

  // The cache for quick starts

  @Test
  void theCacheMadeAfterTheBuildIsUsed() throws Exception {
    machine.installJdk("25", "jdk");
    machine.run("build");

    assertThat(machine.run("ask").jvmOptions())
        .anyMatch(option -> option.matches("-XX:AOTCache=.*/target/launcher/.*\\.aot"));
    assertThat(machine.aotRecordings()).isEqualTo(1);
  }

  @Test
  void anotherJdkGetsItsOwnCache() throws Exception {
    machine.installJdk("25", "jdk");
    machine.run("build");
    machine.setJavaHome(machine.installJdk("25.0.1", "other"));

    machine.run("ask");
    machine.run("ask");

    assertThat(machine.aotRecordings()).isEqualTo(2);
    assertThat(machine.mavenCalls()).hasSize(1);
  }

  @Test
  void aFailedTrainingIsNotTriedAgain() throws Exception {
    machine.installJdk("25", "jdk");
    machine.letJavaEndWith(3);
    machine.run("build");
    machine.letJavaEndWith(0);

    Outcome outcome = machine.run("ask");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.jvmOptions()).noneMatch(option -> option.startsWith("-XX:AOTCache"));
    assertThat(machine.aotRecordings()).isEqualTo(1);
  }

  @Test
  void nativeCodeIsLoadedFromWhereItIsLaid() throws Exception {
    machine.installJdk("25", "jdk");
    machine.letThereBeNatives();
    machine.run("build");

    assertThat(machine.run("ask").jvmOptions())
        .contains(
            "-Donnxruntime.native.path="
                + machine.home().resolve("target/quarkus-app/lib/natives"));
  }

  @Test
  void nativeCodeOfAnEarlierBuildIsNotLoaded() throws Exception {
    machine.installJdk("25", "jdk");
    machine.letThereBeNatives();
    machine.run("build");

    machine.run("test");

    assertThat(machine.home().resolve("target/quarkus-app/lib/natives")).doesNotExist();
  }

  // The tests

  @Test
  void testRunsTheWholeSuiteWithItsChecks() throws Exception {
    machine.installJdk("25", "jdk");

    machine.run("test", "-Da=A B");

    assertThat(machine.mavenCalls())
        .singleElement()
        .asString()
        .contains("verify|-Da=A B|")
        .doesNotContain("quick", "skip");
  }

  @Test
  void whoNamesTestsGetsThoseAndNotThePackagedProgramsToo() throws Exception {
    machine.installJdk("25", "jdk");

    machine.run("test", "-Dtest=A#b");
    machine.run("test", "-Dtest=A", "-Dit.test=B");

    assertThat(machine.mavenCalls()).hasSize(2);
    assertThat(machine.mavenCalls().getFirst()).contains("|-DskipITs|-Dtest=A#b|");
    assertThat(machine.mavenCalls().getLast()).doesNotContain("skip");
  }

  @Test
  void testSaysAtItsEndWhatThisMachineCouldNotRun() throws Exception {
    machine.installJdk("25", "jdk");
    machine.letMavenSkip("the browser tests were SKIPPED");

    assertThat(machine.run("test").errors()).endsWith("dossier: the browser tests were SKIPPED\n");
    assertThat(machine.run("test").errors()).doesNotContain("SKIPPED");
  }

  @Test
  void testEndsWithTheExitCodeOfMaven() throws Exception {
    machine.installJdk("25", "jdk");
    machine.letMavenEndWith(1);

    assertThat(machine.run("test").exitCode()).isEqualTo(1);
  }
}
