package org.dossier.maintenance;

import java.util.List;

/// What looking through an archive or a backup came to.
///
/// @param checks in the order in which they were made; one that makes others pointless is the last
public record IntegrityReport(List<IntegrityCheck> checks) {
  public IntegrityReport {
    checks = List.copyOf(checks);
  }

  /// Whether nothing was found.
  public boolean sound() {
    return checks.stream().allMatch(IntegrityCheck::passed);
  }
}
