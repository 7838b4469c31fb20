package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backup, verification, restore and reindexing with the packaged program.
class MaintenanceIT {
  @TempDir private Path home;
  private ProgramFixture programFixture;
  private String file;

  @BeforeEach
  void setUp() throws IOException {
    programFixture = new ProgramFixture(home);
    file = home.resolve("lune.backup").toString();
  }

  @AfterEach
  void close() {
    programFixture.close();
  }

  @Test
  void maintenanceRunsOnARunningServer() throws Exception {
    var server = programFixture.start("serve", "--port", "0");
    var address = server.address();

    var backup = programFixture.run("backup", file);
    assertThat(backup.err()).contains("the server at " + address);
    assertThat(backup.out()).contains("Backed up 1 article ");
    assertThat(backup.exitCode()).isZero();
    assertThat(programFixture.run("check-archive", file).out())
        .contains("checksums of tables", "No problem was found.");
    assertThat(programFixture.run("check-archive").out())
        .contains("passages in the index", "No problem");
    assertThat(programFixture.run("reindex").out())
        .contains("The index was rebuilt: 1 passages, 1 with");
    var other = home.resolve("elsewhere.backup").toString();
    assertThat(
            programFixture
                .run("backup", other, "--server", address, "--data", "nowhere")
                .exitCode())
        .isZero();

    var restore = programFixture.run("restore", file, "--replace");
    assertThat(restore.exitCode()).isEqualTo(1);
    assertThat(restore.err()).contains("a server is using this data folder: stop it first");
    server.interrupt();
    assertThat(server.ended().err()).doesNotContain("ERROR", "Exception");
  }

  @Test
  void backupIsRestored() throws Exception {
    var asked = programFixture.run("ask", ProgramFixture.QUESTION);
    assertThat(programFixture.run("backup", file).exitCode()).isZero();

    var refused = programFixture.run("restore", file);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("--replace").doesNotContain("\tat ");
    var replaced = programFixture.run("restore", file, "--replace");
    assertThat(replaced.out()).contains("Restored 1 article ", "archive.db.replaced-");
    assertThat(replaced.exitCode()).isZero();
    var stale = programFixture.run("check-archive");
    assertThat(stale.exitCode()).isZero();
    assertThat(stale.out()).contains("index, still to be built", "No problem was found.");
    assertThat(programFixture.run("reindex").exitCode()).isZero();
    assertThat(programFixture.run("check-archive").exitCode()).isZero();
    assertThat(programFixture.run("ask", ProgramFixture.QUESTION).out()).isEqualTo(asked.out());

    var fresh = home.resolve("fresh").toString();
    assertThat(programFixture.run("restore", file, "--data", fresh).exitCode()).isZero();
    assertThat(programFixture.run("ask", ProgramFixture.QUESTION, "--data", fresh).out())
        .isEqualTo(asked.out());
  }

  @Test
  void damagedBackupIsReportedInOneLine() throws Exception {
    programFixture.run("ask", ProgramFixture.QUESTION);
    programFixture.run("backup", file);
    var bytes = Files.readAllBytes(Path.of(file));
    Files.write(Path.of(file), Arrays.copyOf(bytes, bytes.length / 2));

    var verified = programFixture.run("check-archive", file);
    assertThat(verified.exitCode()).isEqualTo(1);
    assertThat(verified.err() + verified.out()).contains("lune.backup").doesNotContain("\tat ");
    var restored = programFixture.run("restore", file, "--replace");
    assertThat(restored.exitCode()).isEqualTo(1);
    assertThat(restored.err()).contains("lune.backup").doesNotContain("\tat ");
  }
}
