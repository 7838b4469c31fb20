package org.dossier.answer.extraction;

import org.dossier.question.QuestionKind;

/// How the answers to one kind of questions are composed.
///
/// @param maxStatements the maximum number of statements of an answer
/// @param maxRelated the maximum number of statements that are shown as related
/// @param margin how far a further sentence may score below the best one
/// @param nearBonus added to the score of a sentence near the best one
/// @param unreadOdds the log-odds that a sentence which the reader did not read contains the answer
record PlanSettings(
    int maxStatements, int maxRelated, double margin, double nearBonus, double unreadOdds) {
  static PlanSettings of(QuestionKind kind) {
    return switch (kind) {
      case FACT, COUNT, ABOUT -> new PlanSettings(3, 3, 2, 0, -9);
      case YES_NO -> new PlanSettings(3, 3, 2.5, 0.5, -9);
      case WHY -> new PlanSettings(4, 4, 3, 1, -9);
      case HOW -> new PlanSettings(5, 5, 3.5, 1, -9);
      case LIST -> new PlanSettings(6, 5, 4, 0, -4);
      case SAID -> new PlanSettings(5, 4, 4, 0, -9);
      case TOPIC -> new PlanSettings(6, 5, 4, 0, -9);
      case LATEST -> new PlanSettings(4, 4, 3, 0, -9);
      case TIMELINE -> new PlanSettings(7, 7, 5, 0, -9);
      case COMPARE -> new PlanSettings(3, 4, 3, 0, -9);
    };
  }
}
