package org.dossier.evaluation.calibration;

import java.nio.file.Path;

/// A calibration file that cannot be written or read, or is invalid. The message names it.
public final class InvalidCalibrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidCalibrationException(Path file, Exception cause) {
    super(file + " cannot be used: " + cause.getMessage(), cause);
  }

  InvalidCalibrationException(Path file) {
    super(
        "%s must contain the line “%s=T”, T from 0 to 1: correct it, or delete it for the default"
            .formatted(file, Calibration.SETTING));
  }
}
