package org.dossier.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dossier.database.ChildProcess;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that ingests and deletes articles is killed repeatedly, as by `kill -9`.
class KilledWriterTest {
  private static final int ROUNDS = 10;
  private static final int BATCH = 20;
  private static final int MOST_LINES = 30;
  private static final int STARTING_MILLIS = 800;
  private static final int WRITING_MILLIS = 40;

  /// An article that every batch changes.
  private static final String FRONT_PAGE = "front page";

  @TempDir Path temporary;

  @Test
  void acknowledgedBatchesSurviveKillsAndNoneIsPartial() throws Exception {
    var random = new Random(20_111_111);
    var acknowledged = new ArrayList<String>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.addAll(roundThatEndsInAKill(round, random));
      check(acknowledged);
    }
    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
  }

  /// Kills at a random moment: in even rounds soon after the process started (so the first kill may
  /// occur while the database is created), in odd rounds while it writes.
  private List<String> roundThatEndsInAKill(int round, Random random) throws Exception {
    try (var writer =
        new ChildProcess(Writing.class, temporary, data().toString(), String.valueOf(round))) {
      var acknowledged = new ArrayList<String>();
      int lines = round % 2 == 0 ? 0 : 1 + random.nextInt(MOST_LINES);
      while (acknowledged.size() < lines) {
        acknowledged.add(writer.line());
      }
      var rest = writer.lines();
      TimeUnit.MILLISECONDS.sleep(
          random.nextInt(round % 2 == 0 ? STARTING_MILLIS : WRITING_MILLIS));
      writer.kill();
      acknowledged.addAll(rest.get(1, TimeUnit.MINUTES));
      return acknowledged;
    }
  }

  private void check(List<String> acknowledged) {
    try (var folder = DataFolder.open(data());
        var database = Database.open(folder.database())) {
      var archive = new Archive(database, Clock.systemUTC());
      var found = new HashMap<String, ArticleVersion>();
      archive.list(null, Integer.MAX_VALUE).forEach(v -> found.put(v.article().id(), v));

      acknowledged.forEach(line -> checkAcknowledged(line, archive, found));
      assertThat(found.values()).allSatisfy(version -> checkWhole(version, found));
      checkChanges(archive, found);
      assertThat(pragma(database, "integrity_check")).containsExactly("ok");
      assertThat(pragma(database, "foreign_key_check")).isEmpty();
    }
  }

  private static void checkAcknowledged(
      String line, Archive archive, Map<String, ArticleVersion> found) {
    var words = line.split(" ", -1);
    switch (words[0]) {
      case "put" -> {
        assertThat(found).as(line).containsKeys(lasting(words[1]));
        assertThat(batchOnFrontPage(found)).as(line).isGreaterThanOrEqualTo(words[1]);
      }
      case "deleted" -> assertThat(archive.isWithdrawn(words[1])).as(line).isTrue();
      default -> throw new AssertionError("the writer failed: " + line);
    }
  }

  private static void checkWhole(ArticleVersion version, Map<String, ArticleVersion> found) {
    var article = version.article();
    assertThat(article.version()).isEqualTo(version.version());
    var batch =
        article.id().equals(FRONT_PAGE)
            ? article.text()
            : article.id().substring(0, article.id().lastIndexOf('/'));
    assertThat(found).as("all of a batch, or none").containsKeys(lasting(batch));
    assertThat(batchOnFrontPage(found)).isGreaterThanOrEqualTo(batch);
  }

  private static void checkChanges(Archive archive, Map<String, ArticleVersion> found) {
    var changes = archive.changesAfter(0, Integer.MAX_VALUE);
    assertThat(changes).extracting(Change::sequence).isSorted().doesNotHaveDuplicates();
    assertThat(archive.sequence()).isEqualTo(changes.isEmpty() ? 0 : changes.getLast().sequence());
    for (var change : changes) {
      var version = found.get(change.articleId());
      assertThat(change.version()).isEqualTo(version == null ? null : version.version());
    }
  }

  private static String batchOnFrontPage(Map<String, ArticleVersion> found) {
    return Objects.requireNonNull(found.get(FRONT_PAGE)).article().text();
  }

  /// The ids of a batch except the first, which may be deleted.
  private static String[] lasting(String batch) {
    return IntStream.range(1, BATCH).mapToObj(i -> batch + "/" + i).toArray(String[]::new);
  }

  private static List<String> pragma(Database database, String name) {
    return database.read(handle -> handle.createQuery("PRAGMA " + name).mapTo(String.class).list());
  }

  private Path data() {
    return temporary.resolve("data");
  }

  /// Stores batches indefinitely, and reports each one when it is done.
  static final class Writing {
    private Writing() {}

    public static void main(String[] arguments) throws IOException {
      try (var folder = DataFolder.open(Path.of(arguments[0]));
          var database = Database.open(folder.database())) {
        var archive = new Archive(database, Clock.systemUTC());
        for (int i = 0; true; i++) {
          var batch = "%03d-%06d".formatted(Integer.parseInt(arguments[1]), i);
          archive.put(articles(batch));
          System.out.println("put " + batch);
          if (i % 5 == 2) {
            archive.delete(batch + "/0");
            System.out.println("deleted " + batch + "/0");
          }
        }
      }
    }

    private static List<Article> articles(String batch) {
      var articles = new ArrayList<Article>();
      for (int i = 0; i < BATCH; i++) {
        var text = ("This is article " + i + " of " + batch + ". ").repeat(1 + 20 * i);
        articles.add(SampleArticles.bare(batch + "/" + i, text));
      }
      articles.add(SampleArticles.bare(FRONT_PAGE, batch));
      return articles;
    }
  }
}
