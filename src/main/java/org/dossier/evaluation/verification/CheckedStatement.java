package org.dossier.evaluation.verification;

import org.dossier.verification.Verdict;
import org.dossier.verification.Verdict.Supported;
import org.dossier.verification.Verdict.Unsupported;

/// A statement that is known to be true or false to its sources, with the verifier's verdict.
///
/// @param kind label of the kind of statement
/// @param truth true if its sources say it
/// @param text the statement
/// @param original the sentence it was made from; the statement itself if a person wrote it
record CheckedStatement(String kind, boolean truth, String text, String original, Verdict verdict) {

  /// True if the verifier would accept the statement with this minimum support.
  boolean isAcceptedAt(double minSupport) {
    return switch (verdict) {
      case Supported supported -> supported.support() >= minSupport;
      case Unsupported unsupported ->
          unsupported.reason().isDegree() && unsupported.support() >= minSupport;
    };
  }

  boolean isCorrect() {
    return truth == (verdict instanceof Supported);
  }
}
