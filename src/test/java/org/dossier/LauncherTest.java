package org.dossier;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dossier.LauncherSandbox.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The real launcher, run by the machine's shell on a machine whose JDKs and Maven are scripts that
/// record their calls.
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, unit = SECONDS, threadMode = SEPARATE_THREAD)
class LauncherTest {
  private LauncherSandbox machine;

  @BeforeEach
  void setUp(@TempDir Path folder) throws IOException {
    machine = new LauncherSandbox(folder);
    machine.installMaven();
  }

  // Which JDK

  @Test
  void aJavaHomeThatIsNewEnoughIsTaken() throws Exception {
    machine.installJdk("25.0.1", "other");
    machine.setJavaHome(machine.installJdk("26", "mine"));

    assertThat(machine.run("ask").jdk()).isEqualTo("mine");
  }

  @Test
  void anOldJavaHomeGivesWayToTheJdkOnThePath() throws Exception {
    machine.setJavaHome(machine.installJdk("17.0.15", "old"));
    machine.putOnPath(machine.installJdk("25", "of-the-path"));

    assertThat(machine.run("ask").jdk()).isEqualTo("of-the-path");
  }

  @Test
  void anOldJavaOnThePathGivesWayToAJdkInOneOfThePlaces() throws Exception {
    machine.putOnPath(machine.installJdk("21.0.9", "old"));
    machine.installJdk("1.8.0_402", "ancient");
    machine.installJdk("25.0.3", "found");

    assertThat(machine.run("ask").jdk()).isEqualTo("found");
  }

  @Test
  void aRuntimeWithoutItsCompilerIsPassedOver() throws Exception {
    Files.delete(machine.installJdk("25", "a-runtime").resolve("bin/javac"));
    machine.installJdk("25", "z-jdk");

    assertThat(machine.run("ask").jdk()).isEqualTo("z-jdk");
  }

  @Test
  void withoutAJdkItSaysWhatItSawAndWhatToInstall() throws Exception {
    Path old = machine.installJdk("17.0.15", "old");
    machine.setJavaHome(old);
    Files.delete(machine.installJdk("25", "runtime").resolve("bin/javac"));

    Outcome outcome = machine.run("ask");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errors())
        .contains("JAVA_HOME: " + old + " (Java 17)")
        .contains("the java on the PATH: none")
        .contains("runtime (Java 25 without its compiler, javac)")
        .contains(
            "apt install openjdk-25", "dnf install java-25", "brew install", "sdk install java 25");
    assertThat(machine.mavenCalls()).isEmpty();
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    machine.installJdk("25", "jdk");
    machine.removeMaven();

    Outcome outcome = machine.run("ask");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errors()).contains("apt install maven", "sdk install maven");
  }

  // What the application gets

  @Test
  void argumentsReachTheApplicationAsTheyAre() throws Exception {
    machine.installJdk("25", "jdk");

    Outcome outcome =
        machine.run("ask", "who said \"no\"?", "it's  here", "", "$HOME *", "--data", "a b");

    assertThat(outcome.arguments())
        .containsExactly("ask", "who said \"no\"?", "it's  here", "", "$HOME *", "--data", "a b");
  }

  @Test
  void noArgumentReachesTheApplicationAsNone() throws Exception {
    machine.installJdk("25", "jdk");

    assertThat(machine.run().arguments()).isEmpty();
  }

  @Test
  void itsExitCodeIsTheOneOfTheApplication() throws Exception {
    machine.installJdk("25", "jdk");
    machine.letJavaEndWith(42);

    assertThat(machine.run("ask").exitCode()).isEqualTo(42);
  }

  @Test
  void theApplicationTakesItsPlaceSoThatSignalsReachIt() throws Exception {
    machine.installJdk("25", "jdk");

    Outcome outcome = machine.run("serve");

    assertThat(outcome.javaProcess()).isEqualTo(outcome.process());
  }

  @Test
  void theWorkingFolderStaysAndTheHomeIsGivenApart() throws Exception {
    machine.installJdk("25", "jdk");

    Outcome outcome = machine.run("ask");

    assertThat(outcome.workingFolder()).isEqualTo(machine.workingFolder().toRealPath());
    assertThat(outcome.jvmOptions()).contains("-Ddossier.home=" + machine.home().toRealPath());
  }

  @Test
  void aSymbolicLinkToItFindsTheHome() throws Exception {
    machine.installJdk("25", "jdk");
    machine.callThrough(Path.of("a link"), Path.of("another link"));

    assertThat(machine.run("ask").jvmOptions())
        .contains("-Ddossier.home=" + machine.home().toRealPath());
  }

  @Test
  void furtherJvmOptionsAreSplitAtBlanks() throws Exception {
    machine.installJdk("25", "jdk");
    machine.setVariable("DOSSIER_JAVA_OPTIONS", "-Xmx1g  -Dpattern=*");

    assertThat(machine.run("ask").jvmOptions()).contains("-Xmx1g", "-Dpattern=*");
  }

  @Test
  void onlyLongWorkOnManyVectorsGetsTheVectorApi() throws Exception {
    machine.installJdk("25", "jdk");
    String vectors = "--add-modules=jdk.incubator.vector";

    assertThat(machine.run("index", "articles").jvmOptions()).contains(vectors);
    assertThat(machine.run().jvmOptions()).doesNotContain(vectors);
    assertThat(machine.run("ask").jvmOptions()).doesNotContain(vectors);
  }

  @Test
  void onlyTheApplicationWritesToStandardOutput() throws Exception {
    machine.installJdk("25", "jdk");

    Outcome outcome = machine.run("ask");

    assertThat(outcome.output()).isEqualTo("the application's output\n");
    assertThat(outcome.errors()).contains("building");
  }
}
