package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The calibration of the packaged program.
class CalibrationIT {
  private static final int ANSWERED = 0;
  private static final int FAILED = 1;
  private static final int RELATED = 4;

  @TempDir private Path home;

  @Test
  void aCalibratedThresholdReplacesTheDefaultButNoOtherSetting()
      throws IOException, InterruptedException {
    try (var program = new ProgramFixture(home)) {
      assertThat(ask(program, Map.of())).isEqualTo(ANSWERED);

      Files.writeString(
          home.resolve("data/calibration.properties"), "dossier.answer.min-confidence=1");

      assertThat(ask(program, Map.of())).isEqualTo(RELATED);
      assertThat(ask(program, Map.of("DOSSIER_ANSWER_MIN_CONFIDENCE", "0"))).isEqualTo(ANSWERED);
    }
  }

  @Test
  void anArchiveOfOneArticleIsTooSmall() throws IOException, InterruptedException {
    try (var program = new ProgramFixture(home)) {
      var ended = program.run("calibrate", "--write");

      assertThat(ended.exitCode()).isEqualTo(FAILED);
      assertThat(ended.err()).contains("a calibration needs at least 20");
      assertThat(home.resolve("data/calibration.properties")).doesNotExist();
    }
  }

  private static int ask(ProgramFixture program, Map<String, String> environment)
      throws IOException, InterruptedException {
    return program.start(environment, "ask", ProgramFixture.QUESTION).ended().exitCode();
  }
}
