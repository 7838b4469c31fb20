package org.dossier.cli;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import org.dossier.cli.command.BackupCommand;
import org.dossier.cli.command.CheckArchiveCommand;
import org.dossier.cli.startup.ShutdownGate;
import org.dossier.cli.terminal.ProgressOutput;
import org.dossier.maintenance.ArchiveVerifier;
import org.dossier.maintenance.BackupFile;
import org.dossier.maintenance.Backups;
import org.dossier.maintenance.IntegrityReport;
import org.dossier.search.IndexInspector;
import org.dossier.search.PassageIndex;

/// Keeps the archive in this process: backs it up, looks it through, builds its index anew. Each
/// returns the exit code.
@Singleton
public final class LocalMaintenance {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

  private final Instance<PassageIndex> index;
  private final Instance<IndexInspector> indexInspector;
  private final Instance<Backups> backups;
  private final Instance<ArchiveVerifier> archiveVerifier;
  private final ProgressOutput progressOutput;
  private final ShutdownGate shutdownGate;
  private final Clock clock;

  LocalMaintenance(
      Instance<PassageIndex> index,
      Instance<IndexInspector> indexInspector,
      Instance<Backups> backups,
      Instance<ArchiveVerifier> archiveVerifier,
      ProgressOutput progressOutput,
      ShutdownGate shutdownGate,
      Clock clock) {
    this.index = index;
    this.indexInspector = indexInspector;
    this.backups = backups;
    this.archiveVerifier = archiveVerifier;
    this.progressOutput = progressOutput;
    this.shutdownGate = shutdownGate;
    this.clock = clock;
  }

  public int backUp(BackupCommand command) {
    return runUnlessInterrupted(() -> {
      var manifest = backups.get().write(command.file, progress());
      System.out.println(MaintenanceOutput.backedUp(manifest, command.file));
      command.tidy();
      return 0;
    });
  }

  public int checkArchive(CheckArchiveCommand command) {
    var integrityReport = command.file != null ? BackupFile.verify(command.file) : archiveReport();
    MaintenanceOutput.report(integrityReport).forEach(System.out::println);
    return integrityReport.sound() ? 0 : 1;
  }

  private IntegrityReport archiveReport() {
    try {
      return archiveVerifier.get().verify(() -> indexInspector.get().inspect(), index::get);
    } catch (RuntimeException e) {
      // A database that is damaged badly cannot even be opened.
      return ArchiveVerifier.reportUnopened(e).orElseThrow(() -> e);
    }
  }

  public int reindex() {
    return runUnlessInterrupted(() -> {
      progressOutput.err().println("rebuilding the index");
      index.get().rebuild();
      index
          .get()
          .search(indexSnapshot -> {
            System.out.printf(
                Locale.ROOT,
                "The index is new: %,d passages, %,d with vectors.%n",
                indexSnapshot.passages(),
                indexSnapshot.vectors());
            return true;
          });
      return 0;
    });
  }

  private int runUnlessInterrupted(IntSupplier work) {
    var exitCode = new AtomicInteger(ShutdownGate.EXIT_CODE);
    shutdownGate.during(
        () -> exitCode.set(work.getAsInt()),
        () ->
            progressOutput
                .err()
                .println("Interrupted: what was there is as it was, or all is done."));
    return exitCode.get();
  }

  /// A line now and then.
  private LongConsumer progress() {
    return new LongConsumer() {
      private Instant next = clock.instant().plus(BETWEEN_LINES);

      @Override
      public void accept(long rows) {
        if (!clock.instant().isBefore(next)) {
          next = clock.instant().plus(BETWEEN_LINES);
          progressOutput.err().println(String.format(Locale.ROOT, "backup: %,d rows", rows));
        }
      }
    };
  }
}
