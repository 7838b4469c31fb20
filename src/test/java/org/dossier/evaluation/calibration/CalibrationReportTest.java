package org.dossier.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {
  private static final CalibrationReport.ArchiveState ARCHIVE =
      new CalibrationReport.ArchiveState(4, 7);
  private static final Trial NOT_ANSWERED = new Trial(false, 0.99, false);
  private static final Trial FOUND = new Trial(false, 0.1, true);

  @Test
  void recommendedIsTheLeastThresholdThatAnswersFewEnoughOfTheWithheld() {
    var report = report(0.25, withheld(0.2), withheld(0.4), withheld(0.6), withheld(0.809));

    assertThat(report.recommended().threshold()).isEqualTo(0.61);
    assertThat(report.recommended().overclaimed()).isEqualTo(0.25);
  }

  @Test
  void theThresholdThatEqualsAConfidenceAnswers() {
    var report = report(0, withheld(0.4));

    assertThat(report.recommended().threshold()).isEqualTo(0.41);
    assertThat(report.effects().get(1).threshold()).isEqualTo(0.4);
    assertThat(report.effects().get(1).overclaimed()).isEqualTo(1);
  }

  @Test
  void withheldQuestionsThatNoThresholdWouldAnswerNeedNone() {
    var report = report(0.1, asked(FOUND, NOT_ANSWERED));

    assertThat(report.recommended().threshold()).isZero();
  }

  @Test
  void aQuestionThatIsAnsweredFromOtherSentencesDoesNotCountAsWithheld() {
    var elsewhere = new Trial(true, 0.8, false);

    var report = report(0, withheld(0.4), asked(elsewhere, elsewhere));

    assertThat(report.recommended().threshold()).isEqualTo(0.41);
    assertThat(report.recommended().other()).isEqualTo(0.5);
  }

  @Test
  void sharesAreOfAllQuestions() {
    var report =
        report(
            0.1,
            present(new Trial(true, 0.7, true)),
            present(new Trial(true, 0.7, false)),
            present(new Trial(true, 0.2, true)),
            present(new Trial(false, 0.9, true)),
            present(NOT_ANSWERED));

    var effect = report.effects().getFirst();

    assertThat(effect.threshold()).isEqualTo(0.3);
    assertThat(effect.right()).isEqualTo(0.2);
    assertThat(effect.other()).isEqualTo(0.2);
    assertThat(report.found()).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void theTableEndsWithTheSetting() {
    var table = CalibrationReportText.table(report(0.25, withheld(0.2), withheld(0.4)));

    assertThat(table)
        .startsWith("2 questions made from an archive of 4 articles\n")
        .contains("     0.30", "     0.90", "at most 25 % answered without article")
        .endsWith("\ndossier.answer.min-confidence=0.41\n");
  }

  @Test
  void jsonHasTheFiguresAndEachQuestion() {
    var json = CalibrationReportText.json(report(0, withheld(0.4)));

    assertThat(json).contains("\"threshold\" : 0.41", "\"question\" : \"Who?\"");
  }

  @Test
  void aReportNeedsAQuestionThatIsFound() {
    var unknown = asked(NOT_ANSWERED, NOT_ANSWERED);

    assertThatThrownBy(() -> report(0, unknown)).isInstanceOf(IllegalArgumentException.class);
  }

  static CalibrationReport report(double maxOverclaimed, AskedQuestion... questions) {
    return new CalibrationReport(ARCHIVE, maxOverclaimed, List.of(questions));
  }

  static AskedQuestion withheld(double confidence) {
    return asked(FOUND, new Trial(true, confidence, false));
  }

  private static AskedQuestion present(Trial trial) {
    return asked(trial, NOT_ANSWERED);
  }

  private static AskedQuestion asked(Trial present, Trial withheld) {
    return new AskedQuestion("Who?", "a", present, withheld);
  }
}
