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
/// @param thorough true to read more sentences than for a fact: those that answer need not have
///   words of the question
record PlanSettings(
    int maxStatements,
    double margin,
    double nearBonus,
    double unreadOdds,
    double confidenceOdds,
    boolean thorough) {
  private static final double LESS_SURE = 0.6;
  private static final double MUCH_LESS_SURE = 0.85;

  static PlanSettings of(QuestionKind kind) {
    return switch (kind) {
      case FACT, COUNT, ABOUT -> new PlanSettings(3, 2, 0, -9, 0, false);
      case YES_NO -> new PlanSettings(3, 2.5, 0.5, -9, MUCH_LESS_SURE, true);
      case WHY -> new PlanSettings(4, 3, 1, -9, LESS_SURE, true);
      case HOW -> new PlanSettings(5, 3.5, 1, -9, 0, true);
      case LIST -> new PlanSettings(6, 4, 0, -4, LESS_SURE, true);
      case SAID -> new PlanSettings(5, 4, 0, -9, 0, false);
      case TOPIC -> new PlanSettings(6, 4, 0, -9, 0, false);
      case LATEST -> new PlanSettings(4, 3, 0, -9, 0, false);
      case TIMELINE -> new PlanSettings(7, 5, 0, -9, 0, false);
      case COMPARE -> new PlanSettings(3, 3, 0, -9, 0, false);
    };
  }
}
