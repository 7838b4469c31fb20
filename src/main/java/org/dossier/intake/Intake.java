package org.dossier.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.dossier.corpus.Archive;
import org.dossier.corpus.Article;
import org.dossier.corpus.PutResult;

/// Takes files and folders of articles into the archive.
///
/// What a batch has brought in is on disk before the next one is read, so that a run that ends in
/// the middle, however it ends, loses nothing that was counted, and the same run again passes over
/// what is there. Memory does not grow with the size of a file of JSON lines. Safe for several
/// threads; each run belongs to one.
@Singleton
public final class Intake {
  private final Function<List<Article>, List<PutResult>> archive;
  private final IntakeLimits limits;
  private final Clock clock;

  @Inject
  public Intake(Archive archive, Clock clock) {
    this(archive::put, IntakeLimits.DEFAULT, clock);
  }

  /// @param archive takes in all of a list or, throwing, none
  Intake(Function<List<Article>, List<PutResult>> archive, IntakeLimits limits, Clock clock) {
    this.archive = archive;
    this.limits = limits;
    this.clock = clock;
  }

  /// As [#run(List, Progress, BooleanSupplier)], stopped by interrupting the thread.
  public Report run(List<Path> paths, Progress progress) {
    return run(paths, progress, () -> false);
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
  public Report run(List<Path> paths, Progress progress, BooleanSupplier cancelled) {
    var stop = new Stop(cancelled);
    try {
      var report = new Run(new Deposit(archive, limits, clock), limits, progress, stop).over(paths);
      progress.ended(report);
      return report;
    } finally {
      stop.restore();
    }
  }
}
