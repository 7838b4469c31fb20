package org.dossier.evaluation.question;

/// The comparison of a reply with the expected one.
public enum Judgement {
  /// As expected, as far as the set states what is expected.
  RIGHT("right"),
  /// An abstention, although the archive has the answer.
  DECLINED("declined"),
  /// An answer, although the archive does not have one.
  UNFOUNDED("unfounded"),
  /// An answer without the expected words or, if the set names only articles, citing none of them.
  OFF_TARGET("off target");

  private final String word;

  Judgement(String word) {
    this.word = word;
  }

  /// The label in reports.
  public String word() {
    return word;
  }
}
