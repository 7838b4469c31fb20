package org.dossier.verification;

import java.util.Optional;

/// A condition that must hold between a statement and the sources it cites.
interface Rule {
  /// The violation of this rule by `claim`; empty if it complies.
  Optional<Violation> broken(AnalyzedText claim, AnalyzedSources analyzedSources);
}
