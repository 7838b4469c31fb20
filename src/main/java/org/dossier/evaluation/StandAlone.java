package org.dossier.evaluation;

/// What of a question with earlier turns is asked in the end. The one place where evaluation and
/// conversations meet: what a chat makes of its turns is what must be measured.
final class StandAlone {
  private StandAlone() {}

  /// The last turn alone, on one line: a chat takes every message to stand alone.
  static String question(GoldQuestion gold) {
    return gold.question().replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
  }
}
