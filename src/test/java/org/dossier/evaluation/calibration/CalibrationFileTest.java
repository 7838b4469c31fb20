package org.dossier.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationFileTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  @TempDir private Path folder;

  @Test
  void aFolderWithoutCalibrationHasNoSettings() {
    assertThat(new CalibrationFile(folder).settings()).isEmpty();
  }

  @Test
  void theWrittenThresholdIsRead() throws IOException {
    var file = new CalibrationFile(folder);

    file.write(CalibrationReportTest.report(0.1, CalibrationReportTest.withheld(0.4)), TODAY);

    assertThat(file.settings()).isEqualTo(Map.of("dossier.answer.min-confidence", "0.41"));
    assertThat(Files.readString(file.path()))
        .contains("2026-11-30", "with 1 questions", "4 articles (change 7)", "At most 10 %");
  }

  @Test
  void aLaterCalibrationReplacesAnEarlierOne() {
    var file = new CalibrationFile(folder);
    file.write(CalibrationReportTest.report(0.1, CalibrationReportTest.withheld(0.4)), TODAY);

    file.write(CalibrationReportTest.report(0.1, CalibrationReportTest.withheld(0.6)), TODAY);

    assertThat(file.settings()).containsValue("0.61");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "other=0.5",
        "dossier.answer.min-confidence=high",
        "dossier.answer.min-confidence=1.5",
        "dossier.answer.min-confidence=\\u00"
      })
  void aFileWithoutAValidThresholdIsAnError(String text) throws IOException {
    var file = new CalibrationFile(folder);
    Files.writeString(file.path(), text);

    assertThatThrownBy(file::settings)
        .isInstanceOf(InvalidCalibrationException.class)
        .hasMessageContaining(file.path().toString());
  }
}
