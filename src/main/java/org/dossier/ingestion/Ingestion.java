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

/// Takes files and folders of articles into the archive.
///
/// What a batch has brought in is on disk before the next one is read, so that a run that ends in
/// the middle, however it ends, loses nothing that was counted, and the same run again passes over
/// what is there. Memory does not grow with the size of a file of JSON lines. Safe for several
/// threads; each run belongs to one.
@Singleton
public final class Ingestion {
  private final Function<List<Article>, List<PutResult>> archive;
  private final IngestionLimits limits;
  private final Clock clock;

  @Inject
  public Ingestion(Archive archive, Clock clock) {
    this(archive::put, IngestionLimits.DEFAULT, clock);
  }

  /// @param archive takes in all of a list or, throwing, none
  Ingestion(Function<List<Article>, List<PutResult>> archive, IngestionLimits limits, Clock clock) {
    this.archive = archive;
    this.limits = limits;
    this.clock = clock;
  }

  /// As [#run(List, Progress, BooleanSupplier)], stopped by interrupting the thread.
  public IngestionReport run(List<Path> paths, IngestionProgress ingestionProgress) {
    return run(paths, ingestionProgress, () -> false);
  }

  /// Takes in all articles that `paths` lead to. One that cannot be taken in is refused and named
  /// in the report; it never stops the others.
  ///
  /// @param paths files and folders; an article without an id of its own is named by its path below
  ///   the one given here, without the ending
  /// @param cancelled asked between articles; once it says true, or the thread is interrupted, the
  ///   batch that waits is taken in and the run ends with a report that says so. The thread stays
  ///   interrupted.
  /// @throws RuntimeException whatever the archive throws when it takes nothing any more
  public IngestionReport run(
      List<Path> paths, IngestionProgress ingestionProgress, BooleanSupplier cancelled) {
    var ingestionStop = new IngestionStop(cancelled);
    try {
      var ingestionReport =
          new IngestionRun(
                  new BatchWriter(archive, limits, clock), limits, ingestionProgress, ingestionStop)
              .over(paths);
      ingestionProgress.onEnd(ingestionReport);
      return ingestionReport;
    } finally {
      ingestionStop.restore();
    }
  }
}
