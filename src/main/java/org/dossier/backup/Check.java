package org.dossier.backup;

import java.util.ArrayList;
import java.util.List;

/// One thing that was looked at all over.
///
/// @param name what was looked at
/// @param looked how many of them
/// @param found how many findings there are
/// @param findings the first of them, 20 at most
public record Check(String name, long looked, long found, List<Finding> findings) {
  private static final int MOST_TOLD = 20;

  public Check {
    findings = List.copyOf(findings);
    if (findings.isEmpty() != (found == 0) || findings.size() > found) {
      throw new IllegalArgumentException("%d findings, told %s".formatted(found, findings));
    }
  }

  boolean passed() {
    return found == 0;
  }

  /// @param damage what the database says of its own file
  static Check ofDamage(String name, List<String> damage, String remedy) {
    var run = new Run(name);
    run.looked();
    damage.forEach(line -> run.found(name, line, remedy));
    return run.done();
  }

  /// A check that is under way.
  static final class Run {
    private final String name;
    private final List<Finding> findings = new ArrayList<>();
    private long looked;
    private long found;

    Run(String name) {
      this.name = name;
    }

    /// One more was looked at.
    void looked() {
      looked++;
    }

    void found(String where, String what, String remedy) {
      found++;
      if (findings.size() < MOST_TOLD) {
        findings.add(new Finding(where, what, remedy));
      }
    }

    Check done() {
      return new Check(name, looked, found, findings);
    }
  }
}
