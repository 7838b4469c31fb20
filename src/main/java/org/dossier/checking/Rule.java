package org.dossier.checking;

import java.util.Optional;

/// Something that must hold between a statement and what it cites.
interface Rule {
  /// How `claim` breaks it, if it does.
  Optional<Breach> broken(Reading claim, Evidence evidence);
}
