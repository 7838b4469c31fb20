package org.dossier.maintenance;

import java.util.List;

/// The result of verifying an archive or a backup.
///
/// @param checks in the order in which they ran; a check that makes later ones pointless is the
///   last
public record IntegrityReport(List<IntegrityCheck> checks) {
  public IntegrityReport {
    checks = List.copyOf(checks);
  }

  /// True if there are no findings.
  public boolean sound() {
    return checks.stream().allMatch(IntegrityCheck::passed);
  }
}
