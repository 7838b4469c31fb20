package org.dossier.evaluation.question;

import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.Answered;
import org.dossier.answer.Clarification;
import org.dossier.answer.Related;

/// The outcome of a question, by the labels of the HTTP interface.
public enum Outcome {
  ANSWERED("answered"),
  RELATED("related"),
  CLARIFY("clarify"),
  ABOUT("about"),
  ABSTAINED("abstained");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  static Outcome of(Answer answer) {
    return switch (answer) {
      case Answered _ -> ANSWERED;
      case Related _ -> RELATED;
      case Clarification _ -> CLARIFY;
      case About _ -> ABOUT;
      case Abstained _ -> ABSTAINED;
    };
  }

  /// The label in reports.
  public String label() {
    return label;
  }
}
