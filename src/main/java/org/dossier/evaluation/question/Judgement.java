package org.dossier.evaluation.question;

/// The comparison of a reply with the expected one.
public enum Judgement {
  /// As expected, as far as the set states what is expected.
  CORRECT("right"),
  /// An abstention, although the archive has the answer.
  FALSE_ABSTENTION("declined"),
  /// An answer, although the archive does not have one.
  FALSE_ANSWER("unfounded"),
  /// An answer without the expected words or, if the set names only articles, citing none of them.
  WRONG_ANSWER("off target");

  private final String label;

  Judgement(String word) {
    this.label = word;
  }

  /// The label in reports.
  public String label() {
    return label;
  }
}
