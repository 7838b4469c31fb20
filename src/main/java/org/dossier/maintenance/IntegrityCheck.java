package org.dossier.maintenance;

import java.util.ArrayList;
import java.util.List;

/// The result of checking one kind of object completely.
///
/// @param name the kind of object
/// @param checked number of objects checked
/// @param problems number of findings
/// @param findings the first findings, at most 20
public record IntegrityCheck(String name, long checked, long problems, List<Finding> findings) {
  private static final int MAX_FINDINGS = 20;

  public IntegrityCheck {
    findings = List.copyOf(findings);
    if (findings.isEmpty() != (problems == 0) || findings.size() > problems) {
      throw new IllegalArgumentException(
          "%d findings in total, but listed are %s".formatted(problems, findings));
    }
  }

  boolean passed() {
    return problems == 0;
  }

  /// @param damage the problems that the database reports about its own file
  static IntegrityCheck ofDamage(String name, List<String> damage, String remedy) {
    var collector = new Collector(name);
    collector.countChecked();
    damage.forEach(line -> collector.addFinding(name, line, remedy));
    return collector.build();
  }

  /// A check in progress.
  static final class Collector {
    private final String name;
    private final List<Finding> findings = new ArrayList<>();
    private long countChecked;
    private long addFinding;

    Collector(String name) {
      this.name = name;
    }

    /// Counts one more checked object.
    void countChecked() {
      countChecked++;
    }

    void addFinding(String where, String what, String remedy) {
      addFinding++;
      if (findings.size() < MAX_FINDINGS) {
        findings.add(new Finding(where, what, remedy));
      }
    }

    IntegrityCheck build() {
      return new IntegrityCheck(name, countChecked, addFinding, findings);
    }
  }
}
