package org.dossier.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The packaged program contains no library older than the table of
/// `docs/how-to/updating-libraries.md` allows.
class LibraryVersionsIT {
  private static final Pattern ROW = Pattern.compile("\\| `([\\w.:-]+)` \\| ([\\w.]+) \\|.*");

  /// The name of a packaged jar consists of its group, its artifact and its version.
  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*(?:-[\\w.]+)*)\\.jar");

  private static List<Library> libraries;
  private static List<Minimum> minimums;

  private record Library(String name, ComparableVersion version) {}

  /// @param name a group, or a group and an artifact joined by a dot, as in the names of jars
  private record Minimum(String name, ComparableVersion version) {
    boolean concerns(Library library) {
      return library.name().equals(name) || library.name().startsWith(name + ".");
    }
  }

  @BeforeAll
  static void read() throws IOException {
    var jars = Path.of(System.getProperty("dossier.test.jar")).resolveSibling("lib/main");
    try (var files = Files.list(jars)) {
      libraries = files.flatMap(LibraryVersionsIT::library).toList();
    }
    minimums =
        Files.readAllLines(Path.of("docs/how-to/updating-libraries.md")).stream()
            .map(ROW::matcher)
            .filter(row -> row.matches())
            .map(row ->
                new Minimum(row.group(1).replace(':', '.'), new ComparableVersion(row.group(2))))
            .toList();
  }

  @Test
  void noLibraryIsOlderThanTheTableAllows() {
    assertThat(minimums).hasSizeGreaterThan(4);
    for (var minimum : minimums) {
      assertThat(libraries.stream().filter(minimum::concerns))
          .as("%s, at least %s", minimum.name(), minimum.version())
          .isNotEmpty()
          .allMatch(library -> library.version().compareTo(minimum.version()) >= 0);
    }
  }

  @Test
  void everyJarHasAVersion() throws IOException {
    var jars = Path.of(System.getProperty("dossier.test.jar")).resolveSibling("lib/main");
    try (var files = Files.list(jars)) {
      assertThat(libraries).hasSize((int) files.count());
    }
  }

  private static Stream<Library> library(Path jar) {
    var name = JAR.matcher(jar.getFileName().toString());
    return name.matches()
        ? Stream.of(new Library(name.group(1), new ComparableVersion(name.group(2))))
        : Stream.empty();
  }
}
