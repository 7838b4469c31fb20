package org.dossier.evaluation.calibration;

import java.util.List;
import java.util.stream.IntStream;

/// The result of a calibration.
///
/// @param archive the state of the archive that was asked
/// @param maxOverclaimed the share, 0 to 1, of questions that may be answered although their
///   article is withheld
/// @param questions in the order of asking; at least one is found
public record CalibrationReport(
    ArchiveState archive, double maxOverclaimed, List<AskedQuestion> questions) {
  private static final int STEPS = 100;
  private static final List<Integer> SHOWN = List.of(30, 40, 50, 60, 70, 80, 90);

  public CalibrationReport {
    questions = List.copyOf(questions);
    if (questions.stream().noneMatch(AskedQuestion::isFound)) {
      throw new IllegalArgumentException("a calibration without questions that are found");
    }
  }

  /// The state of an archive.
  ///
  /// @param sequence the number of its last change
  public record ArchiveState(long articles, long sequence) {}

  /// The share, 0 to 1, of the questions whose reply shows the sentence that they were made from,
  /// as an answer or as related.
  public double found() {
    long found = questions.stream().filter(AskedQuestion::isFound).count();
    return (double) found / questions.size();
  }

  /// The effects of the thresholds 0.30, 0.40 … 0.90.
  public List<ThresholdEffect> effects() {
    return SHOWN.stream().map(this::effect).toList();
  }

  /// The least threshold, in hundredths, at which at most [#maxOverclaimed] of the questions that
  /// are found are answered without their article; 1 if none has this effect.
  public ThresholdEffect recommended() {
    return IntStream.range(0, STEPS)
        .mapToObj(this::effect)
        .filter(effect -> effect.overclaimed() <= maxOverclaimed)
        .findFirst()
        .orElseGet(() -> effect(STEPS));
  }

  private ThresholdEffect effect(int hundredths) {
    return ThresholdEffect.of((double) hundredths / STEPS, questions);
  }
}
