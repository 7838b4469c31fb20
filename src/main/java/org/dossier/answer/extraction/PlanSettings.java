package org.dossier.answer.extraction;

import org.dossier.question.QuestionKind;

/// How the answers to one kind of questions are composed.
///
/// @param maxStatements the maximum number of statements of an answer
/// @param margin how far a further sentence may score below the best one
/// @param nearBonus added to the score of a sentence near the best one
/// @param unreadOdds the log-odds that a sentence which the reader did not read contains the answer
/// @param confidenceOdds added to the log-odds of the confidence: the reader has learned from
///   questions for facts, and is less sure of an answer that is right to others
record PlanSettings(
    int maxStatements, double margin, double nearBonus, double unreadOdds, double confidenceOdds) {
  private static final double LESS_SURE = 0.6;
  private static final double MUCH_LESS_SURE = 0.85;

  static PlanSettings of(QuestionKind kind) {
    return switch (kind) {
      case FACT, COUNT, ABOUT -> new PlanSettings(3, 2, 0, -9, 0);
      case YES_NO -> new PlanSettings(3, 2.5, 0.5, -9, MUCH_LESS_SURE);
      case WHY -> new PlanSettings(4, 3, 1, -9, LESS_SURE);
      case HOW -> new PlanSettings(5, 3.5, 1, -9, 0);
      case LIST -> new PlanSettings(6, 4, 0, -4, LESS_SURE);
      case SAID -> new PlanSettings(5, 4, 0, -9, 0);
      case TOPIC -> new PlanSettings(6, 4, 0, -9, 0);
      case LATEST -> new PlanSettings(4, 3, 0, -9, 0);
      case TIMELINE -> new PlanSettings(7, 5, 0, -9, 0);
      case COMPARE -> new PlanSettings(3, 3, 0, -9, 0);
    };
  }
}
