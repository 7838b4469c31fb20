package org.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A sandbox for the launcher in one folder: a project with the real launcher, the standard shell
/// tools on the PATH, and scripts in place of JDKs and Maven that record their calls. All paths
/// contain spaces.
final class LauncherSandbox {
  private static final List<String> TOOLS =
      List.of(
          "basename",
          "cat",
          "chmod",
          "cksum",
          "cp",
          "dirname",
          "find",
          "mktemp",
          "mkfifo",
          "head",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "sort",
          "tail",
          "touch",
          "tr",
          "uname");

  private final Path home;
  private final Path tools;
  private final Path jdks;
  private final Path record;
  private final Path workingFolder;
  private final Map<String, String> environment = new HashMap<>();
  private Path launcher;

  LauncherSandbox(Path folder) throws IOException {
    home = Files.createDirectory(folder.resolve("the home"));
    tools = Files.createDirectory(folder.resolve("the tools"));
    jdks = Files.createDirectory(folder.resolve("the jdks"));
    record = Files.createDirectory(folder.resolve("the record"));
    workingFolder = Files.createDirectory(folder.resolve("the working folder"));
    launcher = home.resolve("dossier");
    environment.put("PATH", tools.toString());
    environment.put("HOME", folder.toString());
    environment.put("DOSSIER_JDK_PLACES", folder.resolve("nowhere/*") + ":" + jdks + "/*");
    for (String tool : TOOLS) {
      script(tools.resolve(tool), "#!/bin/sh\nexec " + findOnPath(tool) + " \"$@\"\n");
    }
    setJavaExitCode(0);
    setMavenExitCode(0);
    createHome();
  }

  private void createHome() throws IOException {
    Files.copy(Path.of("dossier"), launcher);
    Files.createDirectories(home.resolve("src/main/java"));
    Files.createDirectories(home.resolve("src/launcher"));
    Files.createDirectory(home.resolve(".mvn"));
    Files.createFile(home.resolve("pom.xml"));
    for (String name : List.of("LICENSE", "NOTICE")) {
      Files.copy(Path.of(name), home.resolve(name));
    }
    Files.createDirectory(home.resolve("corpus"));
    Files.createDirectory(home.resolve("image"));
    Files.copy(Path.of("image/build.sh"), home.resolve("image/build.sh"));
    Files.createFile(source());
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
      }
    }
  }

  private static Path findOnPath(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + tool + " on the PATH"));
  }

  private static Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  // Set-up

  Path installJdk(String version, String name) throws IOException {
    Path jdk = jdks.resolve(name);
    script(jdk.resolve("bin/java"), javaScript());
    script(jdk.resolve("bin/javac"), "");
    script(jdk.resolve("bin/jlink"), jlinkScript());
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private String javaScript() {
    return """
    #!/bin/sh
    record='%s'
    for argument; do
      case $argument in
        -XX:AOTCacheOutput=*)
          echo recorded >>"$record/aot-recordings"
          echo cache >"${argument#*=}"
          exit "$(cat "$record/java exit")"
          ;;
        */src/launcher/Jars.java)
          [ ! -e "$record/natives" ] || mkdir -p "$2/lib/natives"
          exit 0
          ;;
      esac
    done
    echo "${0%%/bin/java}" >"$record/jdk"
    echo $$ >"$record/process"
    pwd >"$record/folder"
    printf '%%s\\n' "$@" >"$record/arguments"
    echo "the application's output"
    case $* in
      *--add-modules*) echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2 ;;
    esac
    [ ! -e "$record/errors" ] || cat "$record/errors" >&2
    exit "$(cat "$record/java exit")"
    """
        .formatted(record);
  }

  /// A script that creates a runtime with the `java` of the JDK.
  private static String jlinkScript() {
    return """
    #!/bin/sh
    while [ "$1" != --output ]; do shift; done
    mkdir -p "$2/bin"
    cp "${0%/jlink}/java" "$2/bin/java"
    """;
  }

  private String mavenScript() {
    return """
    #!/bin/sh
    record='%s'
    { printf '%%s|' "$@"; echo "JAVA_HOME=$JAVA_HOME"; } >>"$record/maven"
    while [ -e "$record/hold" ]; do sleep 0.05; done
    echo 'what Maven has to say'
    mkdir -p target/quarkus-app
    : >target/quarkus-app/quarkus-run.jar
    : >target/sbom.json
    [ ! -f "$record/skipped" ] || mv "$record/skipped" target/skipped-tests.txt
    exit "$(cat "$record/maven exit")"
    """
        .formatted(record);
  }

  void setJavaHome(Path jdk) {
    setVariable("JAVA_HOME", jdk.toString());
  }

  /// Puts `java` on the PATH through a chain of links, as distributions do.
  void putOnPath(Path jdk) throws IOException {
    Path alternative =
        Files.createSymbolicLink(tools.resolve("java-alternative"), jdk.resolve("bin/java"));
    Files.createSymbolicLink(tools.resolve("java"), alternative.getFileName());
  }

  void installMaven() throws IOException {
    script(tools.resolve("mvn"), mavenScript());
  }

  void removeMaven() throws IOException {
    Files.delete(tools.resolve("mvn"));
  }

  void setVariable(String name, String value) {
    environment.put(name, value);
  }

  /// Makes later calls start the launcher through links in the working folder, each relative to the
  /// previous one.
  void callThrough(Path... links) throws IOException {
    for (Path link : links) {
      Path target = workingFolder.relativize(launcher);
      launcher = Files.createSymbolicLink(workingFolder.resolve(link), target);
    }
  }

  // Behaviour of the scripts

  void setJavaErrors(String text) throws IOException {
    Files.writeString(record.resolve("errors"), text);
  }

  void setJavaExitCode(int exitCode) throws IOException {
    Files.writeString(record.resolve("java exit"), exitCode + "\n");
  }

  void setMavenExitCode(int exitCode) throws IOException {
    Files.writeString(record.resolve("maven exit"), exitCode + "\n");
  }

  /// Makes later builds contain native code for this machine.
  void addNatives() throws IOException {
    Files.createFile(record.resolve("natives"));
  }

  /// Makes the next run of Maven report skipped tests.
  void setSkippedTests(String report) throws IOException {
    Files.writeString(record.resolve("skipped"), report + "\n");
  }

  /// Makes the next run of Maven wait for [#releaseMaven()].
  void holdMaven() throws IOException {
    Files.createFile(record.resolve("hold"));
  }

  void releaseMaven() throws IOException {
    Files.delete(record.resolve("hold"));
  }

  void awaitMaven() throws IOException {
    while (mavenCalls().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  void changeSource() throws IOException {
    Files.setLastModifiedTime(source(), FileTime.from(Instant.now().plusSeconds(1)));
  }

  void deleteSource() throws IOException {
    Files.delete(source());
  }

  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  Outcome run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Outcome(process.pid(), process.waitFor(), output, errors, record);
  }

  // Observations

  Path home() {
    return home;
  }

  Path workingFolder() {
    return workingFolder;
  }

  /// A line per run of Maven: its arguments, each followed by a bar, and its JAVA_HOME.
  List<String> mavenCalls() throws IOException {
    return linesOf(record.resolve("maven"));
  }

  int aotRecordings() throws IOException {
    return linesOf(record.resolve("aot-recordings")).size();
  }

  private Path source() {
    return home.resolve("src/main/java/Source.java");
  }

  private static List<String> linesOf(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /// The result of one run of the launcher, and the arguments of the last call of `java`.
  record Outcome(long process, int exitCode, String output, String errors, Path record) {

    /// The name of the JDK that ran the application.
    String jdk() throws IOException {
      return Path.of(recorded("jdk")).getFileName().toString();
    }

    long javaProcess() throws IOException {
      return Long.parseLong(recorded("process"));
    }

    Path workingFolder() throws IOException {
      return Path.of(recorded("folder"));
    }

    List<String> jvmOptions() throws IOException {
      List<String> all = linesOf(record.resolve("arguments"));
      return all.subList(0, all.indexOf("-jar"));
    }

    /// The arguments after the application's jar.
    List<String> arguments() throws IOException {
      List<String> all = linesOf(record.resolve("arguments"));
      return all.subList(all.indexOf("-jar") + 2, all.size());
    }

    private String recorded(String name) throws IOException {
      return Files.readString(record.resolve(name)).strip();
    }
  }
}
