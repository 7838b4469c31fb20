package org.dossier.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dossier.database.ChildProcess;
import org.dossier.database.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that back up and restore are killed repeatedly, as by `kill -9`.
class KilledBackupTest {
  private static final int ROUNDS = 6;
  private static final int WORKING_MILLIS = 400;

  @TempDir private Path temporary;

  @Test
  void aKilledBackupLeavesACompleteFile() throws Exception {
    var data = temporary.resolve("data");
    var file = temporary.resolve("town.backup");
    fill(data);
    var random = new Random(20_261_122);
    int whole = 0;
    for (int round = 0; round < ROUNDS; round++) {
      killInTheMiddle(BackingUp.class, round, data, file, random);
      if (Files.exists(file)) {
        whole++;
        assertThat(BackupFile.readManifest(file).rowsOf("article")).isEqualTo(403);
      }
    }

    // The leftovers do no harm.
    try (var townFixture = TownFixture.opened(data)) {
      townFixture.backups().write(file, _ -> {});
      assertThat(temporary.resolve("town.backup.part")).doesNotExist();
    }
    assertThat(whole).isPositive();
  }

  @Test
  void aKilledRestoreLeavesTheOldOrTheNewArchive() throws Exception {
    var file = temporary.resolve("town.backup");
    fill(temporary.resolve("source"));
    try (var townFixture = TownFixture.opened(temporary.resolve("source"))) {
      townFixture.backups().write(file, _ -> {});
    }
    var data = temporary.resolve("data");
    var random = new Random(11_111_120);
    for (int round = 0; round < ROUNDS; round++) {
      try (var townFixture = TownFixture.opened(data)) {
        townFixture.put("own", "It is ours, for the " + round + "th time.");
      }
      killInTheMiddle(Restoring.class, round, data, file, random);
      try (var townFixture = TownFixture.opened(data)) {
        boolean old = townFixture.archive.find("own").isPresent();
        boolean fresh = townFixture.archive.find("many/399").isPresent();
        assertThat(old || fresh).as("one of them, whole").isTrue();
        assertThat(townFixture.verified().sound()).isTrue();
      }
    }
  }

  /// Kills a process at a random moment: in even rounds during its first piece of work, in odd
  /// rounds during a later one.
  private void killInTheMiddle(Class<?> main, int round, Path data, Path file, Random random)
      throws Exception {
    try (var child = new ChildProcess(main, temporary, data.toString(), file.toString())) {
      assertThat(child.line()).isEqualTo("begins");
      if (round % 2 == 1) {
        assertThat(child.line()).isEqualTo("done");
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(WORKING_MILLIS));
      child.kill();
    }
  }

  private static void fill(Path data) {
    try (var townFixture = TownFixture.filled(data)) {
      for (int i = 0; i < 400; i++) {
        townFixture.put("many/" + i, ("Number " + i + " came. ").repeat(200));
      }
    }
  }

  /// Backs up indefinitely.
  static final class BackingUp {
    private BackingUp() {}

    public static void main(String[] arguments) {
      try (var townFixture = TownFixture.opened(Path.of(arguments[0]))) {
        System.out.println("begins");
        while (true) {
          townFixture.backups().write(Path.of(arguments[1]), _ -> {});
          System.out.println("done");
        }
      }
    }
  }

  /// Restores indefinitely.
  static final class Restoring {
    private Restoring() {}

    public static void main(String[] arguments) {
      try (var folder = DataFolder.open(Path.of(arguments[0]))) {
        System.out.println("begins");
        while (true) {
          new Restore(folder, Clock.systemUTC()).restore(Path.of(arguments[1]), true, _ -> {});
          System.out.println("done");
        }
      }
    }
  }
}
