package org.dossier.evaluation.calibration;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.dossier.database.OwnerOnlyFiles;

/// The file of a data folder with the threshold of its last calibration, in the format of a
/// properties file.
public final class CalibrationFile {
  private final Path path;

  /// @param folder the data folder
  public CalibrationFile(Path folder) {
    this.path = folder.resolve("calibration.properties");
  }

  public Path path() {
    return path;
  }

  /// Writes the recommended threshold; replaces that of an earlier calibration.
  ///
  /// @param today the date of the calibration
  /// @throws InvalidCalibrationException if the file cannot be written
  public void write(CalibrationReport report, LocalDate today) {
    var text =
        """
        # Written by ./dossier calibrate --write on %s, with %d questions from the archive of
        # %d articles (change %d). At most %s of the questions are answered without their article.
        # Other settings take precedence. Delete the file for the default.
        %s
        """
            .formatted(
                today,
                report.questions().size(),
                report.archive().articles(),
                report.archive().sequence(),
                CalibrationReportText.percent(report.maxOverclaimed()),
                setting(report.recommended()));
    try {
      OwnerOnlyFiles.write(path, text);
    } catch (IOException e) {
      throw new InvalidCalibrationException(path, e);
    }
  }

  /// The calibrated setting by its name; empty without a calibration.
  ///
  /// @throws InvalidCalibrationException if the file cannot be read or has no valid threshold
  public Map<String, String> settings() {
    if (!Files.exists(path)) {
      return Map.of();
    }
    var properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(path)));
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidCalibrationException(path, e);
    }
    return Optional.ofNullable(properties.getProperty(Calibration.SETTING))
        .map(String::strip)
        .filter(CalibrationFile::isThreshold)
        .map(value -> Map.of(Calibration.SETTING, value))
        .orElseThrow(() -> new InvalidCalibrationException(path));
  }

  static String setting(ThresholdEffect effect) {
    return String.format(Locale.ROOT, "%s=%.2f", Calibration.SETTING, effect.threshold());
  }

  private static boolean isThreshold(String value) {
    return value.matches("0(?:\\.\\d+)?|1(?:\\.0+)?");
  }
}
