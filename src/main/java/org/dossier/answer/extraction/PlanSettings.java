package org.dossier.answer.extraction;

import org.dossier.question.QuestionKind;

/// How the answers to one kind of questions are composed.
///
/// @param maxStatements the maximum number of statements
/// @param margin how far a further sentence may score below the best one
record PlanSettings(int maxStatements, double margin) {
  static PlanSettings of(QuestionKind kind) {
    return switch (kind) {
      case FACT, COUNT, ABOUT -> new PlanSettings(3, 2);
      case YES_NO -> new PlanSettings(3, 2.5);
      case WHY -> new PlanSettings(4, 3);
      case HOW -> new PlanSettings(5, 3.5);
      case LIST -> new PlanSettings(6, 4);
      case SAID -> new PlanSettings(5, 4);
      case TOPIC -> new PlanSettings(5, 4);
      case LATEST -> new PlanSettings(4, 3);
      case TIMELINE -> new PlanSettings(7, 4);
      case COMPARE -> new PlanSettings(3, 3);
    };
  }
}
