package org.dossier.evaluation.question;

/// How a reply stands to what was expected.
public enum Judgement {
  /// As expected, as far as the set says what is expected.
  RIGHT("right"),
  /// Declined, although the archive answers: a wrong refusal.
  DECLINED("declined"),
  /// Answered, although the archive does not say: an unfounded answer.
  UNFOUNDED("unfounded"),
  /// Answered without the expected words, or, where the set names articles only, from none of them.
  OFF_TARGET("off target");

  private final String word;

  Judgement(String word) {
    this.word = word;
  }

  /// How reports call it.
  public String word() {
    return word;
  }
}
