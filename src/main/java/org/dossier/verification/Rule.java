package org.dossier.verification;

import java.util.Optional;

/// Something that must hold between a statement and what it cites.
interface Rule {
  /// How `claim` breaks it, if it does.
  Optional<Violation> broken(AnalyzedText claim, AnalyzedSources analyzedSources);
}
