package org.dossier.evaluation.calibration;

/// An archive whose articles give too few questions for a calibration.
public final class TooFewQuestionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private TooFewQuestionsException(String message) {
    super(message);
  }

  /// @param questions the number that could be made
  static TooFewQuestionsException made(int questions) {
    return new TooFewQuestionsException(
        "only %d questions could be made from the archive's English articles, and a calibration needs at least %d: ingest more articles, or keep the default threshold"
            .formatted(questions, Calibration.MIN_QUESTIONS));
  }

  /// @param questions the number whose reply shows the sentence that they were made from
  /// @param asked the number that was asked
  static TooFewQuestionsException found(long questions, int asked) {
    return new TooFewQuestionsException(
        "only %d of %d questions are answered from the sentence that they were made from, and a calibration needs at least %d: ask more with --questions, or keep the default threshold"
            .formatted(questions, asked, Calibration.MIN_QUESTIONS));
  }
}
