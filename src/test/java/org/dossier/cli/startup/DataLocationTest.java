package org.dossier.cli.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLocationTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @TempDir Path elsewhere;

  @Test
  void commandForTheDefaultFolderNeedsNoOption() {
    var location = new DataLocation(Path.of("data"), HERE);

    assertThat(location.isDefault()).isTrue();
    assertThat(location.command("index PATH")).isEqualTo("./dossier index PATH");
  }

  @Test
  void commandForAnotherFolderNamesIt() {
    assertThat(new DataLocation(Path.of("town"), HERE).command("index PATH"))
        .isEqualTo("./dossier index PATH --data town");
    assertThat(new DataLocation(elsewhere, HERE).command("index PATH"))
        .isEqualTo("./dossier index PATH --data " + elsewhere);
  }

  @Test
  void folderIsQuotedForTheShell() {
    assertThat(new DataLocation(Path.of("it's a town"), HERE).command("ask"))
        .isEqualTo("./dossier ask --data 'it'\\''s a town'");
  }

  @Test
  void launcherOfAnotherFolderIsNamedByItsPath() throws IOException {
    var launcher = Files.createFile(elsewhere.resolve("dossier"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();

    assertThat(new DataLocation(elsewhere.resolve("data"), elsewhere).command("ask"))
        .isEqualTo(launcher + " ask");
  }
}
