package org.dossier.evaluation.verification;

import org.dossier.verification.Verdict;
import org.dossier.verification.Verdict.Supported;

/// A statement that is known to be true or false to its sources, with the verifier's verdict.
///
/// @param kind label of the kind of statement
/// @param truth true if its sources say it
/// @param text the statement
/// @param original the sentence it was made from; the statement itself if a person wrote it
record CheckedStatement(String kind, boolean truth, String text, String original, Verdict verdict) {

  boolean isCorrect() {
    return truth == (verdict instanceof Supported);
  }
}
