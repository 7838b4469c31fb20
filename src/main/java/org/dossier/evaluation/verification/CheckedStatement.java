package org.dossier.evaluation.verification;

import org.dossier.verification.Verdict;
import org.dossier.verification.Verdict.Supported;

/// A statement of which it is known whether its sources say it, and what the checker says of it.
///
/// @param kind what sort of statement it is, in words
/// @param truth whether its sources say it
/// @param text the statement
/// @param original what it was made from; the statement itself where somebody wrote it
record CheckedStatement(String kind, boolean truth, String text, String original, Verdict verdict) {

  boolean right() {
    return truth == (verdict instanceof Supported);
  }
}
