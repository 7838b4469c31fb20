package org.dossier.ingestion;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.PutResult;
import org.dossier.ingestion.document.DocumentConfig;
import org.dossier.ingestion.document.DocumentLimits;

/// The ingestion of files and folders into the archive.
///
/// Each batch is on disk before the next one is read. A run that ends early for any reason
/// therefore loses nothing that was counted, and a repeated run skips what is stored. Memory use
/// does not grow with the size of a JSON Lines file. Safe for several threads; each run belongs to
/// one thread.
@Singleton
public final class Ingestion {
  private final Function<List<Article>, List<PutResult>> archive;
  private final IngestionLimits limits;
  private final DocumentLimits documentLimits;
  private final Clock clock;

  @Inject
  public Ingestion(Archive archive, DocumentConfig documentConfig, Clock clock) {
    this(archive::put, IngestionLimits.DEFAULT, DocumentLimits.of(documentConfig), clock);
  }

  /// An ingestion with the default limits.
  public Ingestion(Archive archive, Clock clock) {
    this(archive::put, IngestionLimits.DEFAULT, DocumentLimits.DEFAULT, clock);
  }

  /// @param archive stores all articles of a list or, if it throws, none
  public Ingestion(
      Function<List<Article>, List<PutResult>> archive,
      IngestionLimits limits,
      DocumentLimits documentLimits,
      Clock clock) {
    this.archive = archive;
    this.limits = limits;
    this.documentLimits = documentLimits;
    this.clock = clock;
  }

  /// Like [#run(List, Progress, BooleanSupplier)], cancelled by interrupting the thread.
  public IngestionReport run(List<Path> paths, IngestionProgress ingestionProgress) {
    return run(paths, ingestionProgress, () -> false);
  }

  /// Ingests all articles under `paths`. An article that cannot be ingested is rejected and named
  /// in the report, and does not affect the others.
  ///
  /// @param paths files and folders; an article without an id of its own gets its path relative to
  ///   the one given here, without the extension
  /// @param cancelled polled between articles. If it returns true, or the thread is interrupted,
  ///   the waiting batch is stored and the run ends with a report that says so. The thread's
  ///   interrupt flag is restored.
  /// @throws RuntimeException the archive's exception, if it no longer accepts articles
  public IngestionReport run(
      List<Path> paths, IngestionProgress ingestionProgress, BooleanSupplier cancelled) {
    var ingestionStop = new IngestionStop(cancelled);
    try (var ingestionRun =
        new IngestionRun(
            new BatchWriter(archive, limits, clock),
            limits,
            documentLimits,
            ingestionProgress,
            ingestionStop)) {
      var ingestionReport = ingestionRun.run(paths);
      ingestionProgress.onEnd(ingestionReport);
      return ingestionReport;
    } finally {
      ingestionStop.restore();
    }
  }
}
