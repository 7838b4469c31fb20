package org.dossier.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.database.ArchiveException;
import org.dossier.database.ChildProcess;
import org.dossier.search.Filters;
import org.dossier.search.IndexException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process whose files cannot grow any more, as on a full disk.
class FullDiskTest {
  private static final int TWO_MEGABYTES = 4_096;

  @TempDir private Path temporary;

  @Test
  void failedWritesAreReportedAndAcknowledgedOnesKept() throws Exception {
    var data = temporary.resolve("data");
    var output = run(Filling.class, data.toString());

    var put = starting("put ", output);
    assertThat(put).isNotEmpty();
    assertThat(starting("refused ", output))
        .hasSize(1)
        .allMatch(line -> line.contains("The archive database"));
    assertThat(output).contains("reads true", "searches true");
    try (var townFixture = TownFixture.opened(data)) {
      assertThat(put).allMatch(id -> townFixture.archive.find(id).isPresent());
      assertThat(townFixture.archive.list(null, 10_000)).hasSameSizeAs(put);
      assertThat(townFixture.verified().sound()).isTrue();
    }
  }

  @Test
  void anIndexWithoutSpaceIsReportedAndRebuiltLater() throws Exception {
    var data = temporary.resolve("data");
    try (var townFixture = TownFixture.opened(data)) {
      for (int i = 0; i < 300; i++) {
        townFixture.put("many/" + i, words(i));
      }
    }

    var output = run(Indexing.class, data.toString());

    assertThat(starting("failed ", output))
        .hasSize(1)
        .allMatch(line -> line.contains(data.resolve("index").toString()));
    try (var townFixture = TownFixture.opened(data)) {
      assertThat(townFixture.verified().sound()).isTrue();
    }
  }

  @Test
  void acknowledgedArticlesAreFoundWhileTheIndexIsFull() throws Exception {
    var data = temporary.resolve("data");
    try (var townFixture = TownFixture.opened(data)) {
      townFixture.put("heavy", heavy("Heavy."));
      townFixture.embed(1_024);
      townFixture.index();
    }

    var output = run(Acknowledging.class, data.toString());

    assertThat(starting("failed ", output)).hasSize(1);
    assertThat(output).contains("found true", "following false");
    try (var townFixture = TownFixture.opened(data)) {
      assertThat(townFixture.verified().sound()).isTrue();
    }
  }

  /// A text of 700 passages, each a sentence of many short words.
  private static String heavy(String first) {
    var random = new Random(7);
    return IntStream.range(0, 700)
        .mapToObj(i ->
            IntStream.range(0, 120)
                .mapToObj(j -> Integer.toString(random.nextInt(1 << 10), 36))
                .collect(Collectors.joining(" ", "Sentence ", ".")))
        .collect(Collectors.joining("\n\n", first + "\n\n", ""));
  }

  @Test
  void aBackupWithoutSpaceKeepsThePreviousOne() throws Exception {
    var data = temporary.resolve("data");
    var file = temporary.resolve("town.backup");
    try (var townFixture = TownFixture.filled(data)) {
      townFixture.backups().write(file, _ -> {});
      for (int i = 0; i < 300; i++) {
        townFixture.put("many/" + i, words(i));
      }
    }
    var before = Files.readAllBytes(file);

    var output = run(BackingUp.class, data.toString(), file.toString());

    assertThat(starting("failed ", output)).hasSize(1);
    assertThat(file).hasBinaryContent(before);
    assertThat(temporary.resolve("town.backup.part")).doesNotExist();
  }

  private List<String> run(Class<?> main, String... arguments) throws Exception {
    try (var child = ChildProcess.onFullDisk(TWO_MEGABYTES, main, temporary, arguments)) {
      var output = child.lines().get(2, TimeUnit.MINUTES);
      assertThat(child.exit()).as(output.toString()).isZero();
      return output;
    }
  }

  private static List<String> starting(String word, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()))
        .toList();
  }

  /// About 20 KB of words that no other article has.
  private static String words(int seed) {
    var random = new Random(seed);
    return IntStream.range(0, 2_000)
        .mapToObj(i -> Integer.toString(random.nextInt(1 << 30), 36) + (i % 10 == 9 ? "." : ""))
        .collect(Collectors.joining(" "));
  }

  /// Ingests articles until that fails.
  static final class Filling {
    private Filling() {}

    public static void main(String[] arguments) {
      try (var townFixture = TownFixture.opened(Path.of(arguments[0]))) {
        System.out.println("refused " + fault(townFixture));
        // Existing articles can still be read and found.
        System.out.println("reads " + townFixture.archive.find("many/0").isPresent());
        int passages = townFixture.index().search(indexSnapshot -> indexSnapshot.passages());
        System.out.println("searches " + (passages > 0));
      }
    }

    private static String fault(TownFixture townFixture) {
      for (int i = 0; true; i++) {
        try {
          townFixture.put("many/" + i, words(i));
          System.out.println("put many/" + i);
        } catch (ArchiveException e) {
          return String.valueOf(e.getMessage());
        }
        if (i == 10) {
          townFixture.index();
        }
      }
    }
  }

  /// Acknowledges an article, and then changes one whose vectors do not fit in the index.
  static final class Acknowledging {
    private Acknowledging() {}

    public static void main(String[] arguments) {
      try (var townFixture = TownFixture.opened(Path.of(arguments[0]))) {
        var index = townFixture.index();
        townFixture.put("acknowledged", "The drawbridge was raised.");
        index.catchUp();
        townFixture.put("heavy", heavy("Heavier."));
        try {
          index.catchUp();
        } catch (IndexException e) {
          System.out.println("failed " + e.getMessage());
        }
        var found =
            index.search(
                indexSnapshot -> indexSnapshot.searchLexical("drawbridge", Filters.NONE, 10));
        System.out.println("found " + !found.isEmpty());
        System.out.println("following " + index.isFollowing());
      } catch (IndexException e) {
        // Closing fails as well.
        System.out.println("closed " + e.getMessage());
      }
    }
  }

  /// Indexes the archive.
  static final class Indexing {
    private Indexing() {}

    public static void main(String[] arguments) {
      try (var townFixture = TownFixture.opened(Path.of(arguments[0]))) {
        townFixture.index();
      } catch (IndexException e) {
        System.out.println("failed " + e.getMessage());
      }
    }
  }

  /// Writes one backup.
  static final class BackingUp {
    private BackingUp() {}

    public static void main(String[] arguments) {
      try (var townFixture = TownFixture.opened(Path.of(arguments[0]))) {
        townFixture.backups().write(Path.of(arguments[1]), _ -> {});
      } catch (MaintenanceException e) {
        System.out.println("failed " + e.getMessage());
      }
    }
  }
}
