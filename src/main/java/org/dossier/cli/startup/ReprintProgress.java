package org.dossier.cli.startup;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.dossier.archive.reprint.ReprintDetector;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.ingestion.RewrittenLine;

/// Finds the reprints among all articles that were not compared yet, and shows the progress. This
/// takes time for an archive of an earlier version only.
@Singleton
public final class ReprintProgress {
  private static final int STEPS_PER_LINE = 20;

  private final ReprintDetector reprintDetector;
  private final ProgressOutput progressOutput;
  private final ShutdownGate shutdownGate;

  ReprintProgress(
      ReprintDetector reprintDetector, ProgressOutput progressOutput, ShutdownGate shutdownGate) {
    this.reprintDetector = reprintDetector;
    this.progressOutput = progressOutput;
    this.shutdownGate = shutdownGate;
  }

  /// Blocks until all articles are compared, the process is asked to stop, or another process does
  /// the work. What is done is stored, and the next call continues.
  public void complete() {
    long all = reprintDetector.backlog();
    var terminal = new RewrittenLine(progressOutput.err());
    for (int steps = 1; !shutdownGate.requested() && reprintDetector.step(); steps++) {
      if (steps % STEPS_PER_LINE == 0) {
        report(terminal, all);
      }
    }
    terminal.clear();
  }

  private void report(RewrittenLine terminal, long all) {
    var line =
        String.format(
            Locale.ROOT,
            "reprints: %,d of %,d articles compared",
            all - reprintDetector.backlog(),
            all);
    if (progressOutput.terminal().interactive() && !progressOutput.logged()) {
      terminal.write(line);
    } else {
      progressOutput.err().println(line);
    }
  }
}
