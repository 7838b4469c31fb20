package org.dossier.evaluation.question;

/// The comparison of a reply with the expected one.
public enum Judgement {
  /// As expected, as far as the set states what is expected.
  CORRECT("correct"),
  /// An abstention, although the archive has the answer.
  FALSE_ABSTENTION("false abstention"),
  /// An answer, although the archive does not have one.
  FALSE_ANSWER("false answer"),
  /// An answer without the expected words or, if the set names only articles, citing none of them.
  WRONG_ANSWER("wrong answer");

  private final String label;

  Judgement(String label) {
    this.label = label;
  }

  /// The label in reports.
  public String label() {
    return label;
  }
}
