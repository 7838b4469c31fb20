package org.dossier.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.corpus.PutResult;

/// One run over the given paths: finds all files, reads them one after another, hands their
/// articles to the archive, and counts.
final class Run {
  private final Deposit deposit;
  private final IntakeLimits limits;
  private final Progress progress;
  private final Stop stop;
  private final Readers readers;
  private final SeenIds seen = new SeenIds();
  private final List<Refusal> refusals = new ArrayList<>();
  private long refused;
  private long passedOver;
  private long files;
  private long bytes;

  Run(Deposit deposit, IntakeLimits limits, Progress progress, Stop stop) {
    this.deposit = deposit;
    this.limits = limits;
    this.progress = progress;
    this.stop = stop;
    this.readers = new Readers(limits);
  }

  Report over(List<Path> paths) {
    find(paths);
    var walk = new Walk(paths, readers);
    while (!stop.now() && walk.hasNext()) {
      switch (walk.next()) {
        case Source source -> take(source);
        case Refusal refusal -> refuse(refusal);
        case Step.PassedOver _ -> passedOver++;
      }
    }
    deposit.flush(this::refuse);
    advanced(0);
    return new Report(
        deposit.count(PutResult.ADDED),
        deposit.count(PutResult.CHANGED),
        deposit.count(PutResult.UNCHANGED),
        passedOver,
        refused,
        refusals,
        stop.wasAsked());
  }

  /// Walks once for the sums alone: a list of all files would grow with the archive.
  private void find(List<Path> paths) {
    long foundFiles = 0;
    long foundBytes = 0;
    var walk = new Walk(paths, readers);
    while (!stop.now() && walk.hasNext()) {
      if (walk.next() instanceof Source source) {
        foundFiles++;
        foundBytes += source.size();
      }
    }
    progress.began(foundFiles, foundBytes);
  }

  private void take(Source source) {
    try (var in = new Metered(Files.newInputStream(source.path()))) {
      var found = source.reader().read(source, in);
      while (found.hasNext()) {
        var next = found.next();
        // Asked before it counts: interrupting the thread breaks the file off as well.
        if (stop.now()) {
          return;
        }
        take(source, next);
        advanced(Math.min(in.count(), source.size()));
      }
    } catch (IOException e) {
      if (stop.now()) {
        return;
      }
      refuse(Refusal.of(source.name(), Walk.reason(source.path(), e)));
    }
    files++;
    bytes += source.size();
    advanced(0);
  }

  private void take(Source source, Found found) {
    switch (found) {
      case Refusal refusal -> refuse(refusal);
      case Found.Piece piece -> {
        var first = seen.meet(piece.article().id(), source.name(), piece.line());
        if (first.isEmpty()) {
          deposit.add(source.name(), piece, this::refuse);
        } else {
          var reason = "“" + piece.article().id() + "” was given before by " + first.get();
          refuse(new Refusal(source.name(), piece.line(), "id", reason));
        }
      }
    }
  }

  private void refuse(Refusal refusal) {
    refused++;
    if (refusals.size() < limits.refusalsKept()) {
      refusals.add(refusal);
    }
  }

  private void advanced(long bytesOfThisFile) {
    progress.advanced(new Progress.State(files, bytes + bytesOfThisFile, deposit.total(), refused));
  }
}
