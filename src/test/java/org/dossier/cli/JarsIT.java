package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The jars of the program as it is delivered, made quick to start from as the launcher has it
/// done.
@EnabledOnOs(OS.LINUX)
class JarsIT {
  private static final Path TOOL = Path.of("src/launcher/Jars.java");

  @TempDir private Path home;
  private Path build;
  private Path natives;

  @BeforeEach
  void copyTheBuild() throws IOException {
    var delivered = Path.of(System.getProperty("dossier.test.jar")).resolveSibling("");
    build = home.resolve("build");
    natives = build.resolve("lib/natives");
    try (var files = Files.walk(delivered)) {
      for (var file : files.toList()) {
        Files.copy(file, build.resolve(delivered.relativize(file).toString()));
      }
    }
  }

  @Test
  void networksAreStoredUncompressed() throws Exception {
    var before = entries("onnx");

    makeReady();

    assertThat(before).hasSize(2);
    assertThat(entries("onnx"))
        .hasSize(2)
        .allSatisfy((name, entry) -> {
          var same = Objects.requireNonNull(before.get(name));
          assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
          assertThat(entry.getCrc()).isEqualTo(same.getCrc());
          assertThat(entry.getLastModifiedTime()).isEqualTo(same.getLastModifiedTime());
        });
  }

  /// The launcher must configure the JVM for any other library with native code, too.
  @Test
  void nativeCodeIsExtractedToTheConfiguredFolder() throws Exception {
    var loaded =
        Pattern.compile("\"(lib\\w+\\.so)\"")
            .matcher(Files.readString(TOOL))
            .results()
            .map(name -> name.group(1))
            .toList();

    makeReady();

    try (var laid = Files.list(natives)) {
      assertThat(laid.map(file -> file.getFileName().toString()))
          .contains("libonnxruntime.so", "libtokenizers.so", "libsqlitejdbc.so")
          .allMatch(loaded::contains);
    }
  }

  @Test
  void preparationIsIdempotent() throws Exception {
    makeReady();
    var before = times();

    makeReady();

    assertThat(times()).isEqualTo(before);
  }

  @Test
  void thinProgramAnswers() throws Exception {
    makeReady("thin");

    assertThat(entries("so|dll|dylib|jnilib")).isEmpty();
    try (var programFixture = new ProgramFixture(home, build.resolve("quarkus-run.jar"))) {
      var options =
          Stream.of(
                  "onnxruntime.native.path=",
                  "RUST_LIBRARY_PATH=libtokenizers.so",
                  "org.sqlite.lib.path=",
                  "brotli4j.library.path=libbrotli.so")
              .map(option -> "-D" + option.replace("=", "=" + natives + "/"))
              .toList();

      var asked = programFixture.start(options, "ask", ProgramFixture.QUESTION).ended();

      assertThat(asked.out()).contains("3 May 1999");
    }
  }

  private void makeReady(String... how) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var command = new ArrayList<>(List.of(java.toString(), TOOL.toString(), build.toString()));
    command.addAll(List.of(how));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  /// The entries of jars with one of these endings, by jar and name.
  private Map<String, ZipEntry> entries(String endings) throws IOException {
    var found = new TreeMap<String, ZipEntry>();
    for (var path : times().keySet()) {
      if (path.toString().endsWith(".jar")) {
        try (var jar = new ZipFile(path.toFile())) {
          jar.stream()
              .filter(entry -> entry.getName().matches(".*\\.(" + endings + ")"))
              .forEach(entry -> found.put(path.getFileName() + " " + entry.getName(), entry));
        }
      }
    }
    return found;
  }

  private Map<Path, FileTime> times() throws IOException {
    var times = new TreeMap<Path, FileTime>();
    try (var files = Files.walk(build)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
