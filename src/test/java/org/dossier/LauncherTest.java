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

/// The real launcher, run by the shell in a sandbox whose JDKs and Maven are scripts that record
/// their calls.
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, unit = SECONDS, threadMode = SEPARATE_THREAD)
class LauncherTest {
  private LauncherSandbox sandbox;

  @BeforeEach
  void setUp(@TempDir Path folder) throws IOException {
    sandbox = new LauncherSandbox(folder);
    sandbox.installMaven();
  }

  // Choice of the JDK

  @Test
  void recentJavaHomeIsUsed() throws Exception {
    sandbox.installJdk("25.0.1", "other");
    sandbox.setJavaHome(sandbox.installJdk("26", "mine"));

    assertThat(sandbox.run("ask").jdk()).isEqualTo("mine");
  }

  @Test
  void jdkOnThePathIsUsedIfJavaHomeIsTooOld() throws Exception {
    sandbox.setJavaHome(sandbox.installJdk("17.0.15", "old"));
    sandbox.putOnPath(sandbox.installJdk("25", "of-the-path"));

    assertThat(sandbox.run("ask").jdk()).isEqualTo("of-the-path");
  }

  @Test
  void jdkInAKnownFolderIsUsedIfThePathIsTooOld() throws Exception {
    sandbox.putOnPath(sandbox.installJdk("21.0.9", "old"));
    sandbox.installJdk("1.8.0_402", "ancient");
    sandbox.installJdk("25.0.3", "found");

    assertThat(sandbox.run("ask").jdk()).isEqualTo("found");
  }

  @Test
  void runtimeWithoutCompilerIsSkipped() throws Exception {
    Files.delete(sandbox.installJdk("25", "a-runtime").resolve("bin/javac"));
    sandbox.installJdk("25", "z-jdk");

    assertThat(sandbox.run("ask").jdk()).isEqualTo("z-jdk");
  }

  @Test
  void missingJdkIsReportedWithSearchedFoldersAndAdvice() throws Exception {
    Path old = sandbox.installJdk("17.0.15", "old");
    sandbox.setJavaHome(old);
    Files.delete(sandbox.installJdk("25", "runtime").resolve("bin/javac"));

    Outcome outcome = sandbox.run("ask");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errors())
        .contains("JAVA_HOME: " + old + " (Java 17)")
        .contains("the java on the PATH: none")
        .contains("runtime (Java 25 without its compiler, javac)")
        .contains(
            "apt install openjdk-25", "dnf install java-25", "brew install", "sdk install java 25");
    assertThat(sandbox.mavenCalls()).isEmpty();
  }

  @Test
  void missingMavenIsReportedWithAdvice() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.removeMaven();

    Outcome outcome = sandbox.run("ask");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errors()).contains("apt install maven", "sdk install maven");
  }

  // Arguments and environment of the application

  @Test
  void argumentsArePassedUnchanged() throws Exception {
    sandbox.installJdk("25", "jdk");

    Outcome outcome =
        sandbox.run("ask", "who said \"no\"?", "it's  here", "", "$HOME *", "--data", "a b");

    assertThat(outcome.arguments())
        .containsExactly("ask", "who said \"no\"?", "it's  here", "", "$HOME *", "--data", "a b");
  }

  @Test
  void absentArgumentsStayAbsent() throws Exception {
    sandbox.installJdk("25", "jdk");

    assertThat(sandbox.run().arguments()).isEmpty();
  }

  @Test
  void exitCodeIsThatOfTheApplication() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.setJavaExitCode(42);

    assertThat(sandbox.run("ask").exitCode()).isEqualTo(42);
  }

  @Test
  void applicationReplacesTheLauncherProcess() throws Exception {
    sandbox.installJdk("25", "jdk");

    Outcome outcome = sandbox.run("serve");

    assertThat(outcome.javaProcess()).isEqualTo(outcome.process());
  }

  @Test
  void workingFolderIsKeptAndHomeIsPassed() throws Exception {
    sandbox.installJdk("25", "jdk");

    Outcome outcome = sandbox.run("ask");

    assertThat(outcome.workingFolder()).isEqualTo(sandbox.workingFolder().toRealPath());
    assertThat(outcome.jvmOptions()).contains("-Ddossier.home=" + sandbox.home().toRealPath());
  }

  @Test
  void homeIsFoundThroughSymbolicLinks() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.callThrough(Path.of("a link"), Path.of("another link"));

    assertThat(sandbox.run("ask").jvmOptions())
        .contains("-Ddossier.home=" + sandbox.home().toRealPath());
  }

  @Test
  void additionalJvmOptionsAreSplitAtSpaces() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.setVariable("DOSSIER_JAVA_OPTIONS", "-Xmx1g  -Dpattern=*");

    assertThat(sandbox.run("ask").jvmOptions()).contains("-Xmx1g", "-Dpattern=*");
  }

  @Test
  void vectorApiIsEnabledOnlyForLongWork() throws Exception {
    sandbox.installJdk("25", "jdk");
    String vectors = "--add-modules=jdk.incubator.vector";

    assertThat(sandbox.run("index", "articles").jvmOptions()).contains(vectors);
    assertThat(sandbox.run().jvmOptions()).doesNotContain(vectors);
    assertThat(sandbox.run("ask").jvmOptions()).doesNotContain(vectors);
  }

  @Test
  void warningAboutTheVectorApiIsDropped() throws Exception {
    sandbox.installJdk("25", "jdk");
    sandbox.run("build");
    sandbox.setJavaErrors("found 5 files\rprogress without a line end");
    sandbox.setJavaExitCode(3);

    var outcome = sandbox.run("index", "articles");

    assertThat(outcome.errors()).isEqualTo("found 5 files\rprogress without a line end");
    assertThat(outcome.output()).isEqualTo("the application's output\n");
    assertThat(outcome.exitCode()).isEqualTo(3);
  }

  @Test
  void helpNeedsNoVectorApi() throws Exception {
    sandbox.installJdk("25", "jdk");

    assertThat(sandbox.run("index", "--help").jvmOptions())
        .noneMatch(option -> option.contains("incubator"));
  }

  @Test
  void standardOutputBelongsToTheApplication() throws Exception {
    sandbox.installJdk("25", "jdk");

    Outcome outcome = sandbox.run("ask");

    assertThat(outcome.output()).isEqualTo("the application's output\n");
    assertThat(outcome.errors()).contains("building");
  }
}
