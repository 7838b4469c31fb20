package org.dossier.verification;

import java.util.Optional;
import org.dossier.verification.analysis.AnalyzedText;

/// A condition that must hold between a statement and the sources it cites.
interface Rule {
  /// The violation of this rule by `statement`; empty if it complies.
  Optional<Violation> findViolation(AnalyzedText statement, AnalyzedSources analyzedSources);
}
