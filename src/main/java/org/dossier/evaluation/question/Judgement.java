package org.dossier.evaluation.question;

/// The comparison of a reply with the expected one.
public enum Judgement {
  /// The reply shows what was expected, as far as the set states it.
  HELPFUL("helpful"),
  /// No answer is claimed, and the archive does not have one.
  DECLINED("rightly declined"),
  /// A reply that does not show what was expected.
  NOT_HELPFUL("not helpful"),
  /// An abstention, although a reply was expected.
  REFUSED("refused"),
  /// An answer, although the archive does not have one.
  OVERCLAIMED("overclaimed");

  private final String label;

  Judgement(String label) {
    this.label = label;
  }

  /// The label in reports.
  public String label() {
    return label;
  }

  /// True if the reply is as expected.
  public boolean isCorrect() {
    return this == HELPFUL || this == DECLINED;
  }
}
