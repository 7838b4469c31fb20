package org.dossier.ingestion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.archive.PutResult;

/// One run over the given paths: finds all files, reads them one after another, stores their
/// articles in the archive, and counts.
final class IngestionRun {
  private final BatchWriter batchWriter;
  private final IngestionLimits limits;
  private final IngestionProgress ingestionProgress;
  private final IngestionStop ingestionStop;
  private final ReaderRegistry readerRegistry;
  private final SeenIds seen = new SeenIds();
  private final List<Rejection> rejections = new ArrayList<>();
  private long refused;
  private long passedOver;
  private long files;
  private long bytes;

  IngestionRun(
      BatchWriter batchWriter,
      IngestionLimits limits,
      IngestionProgress ingestionProgress,
      IngestionStop ingestionStop) {
    this.batchWriter = batchWriter;
    this.limits = limits;
    this.ingestionProgress = ingestionProgress;
    this.ingestionStop = ingestionStop;
    this.readerRegistry = new ReaderRegistry(limits);
  }

  IngestionReport over(List<Path> paths) {
    find(paths);
    var fileWalker = new FileWalker(paths, readerRegistry);
    while (!ingestionStop.now() && fileWalker.hasNext()) {
      switch (fileWalker.next()) {
        case ArticleSource articleSource -> take(articleSource);
        case Rejection rejection -> refuse(rejection);
        case WalkEntry.PassedOver _ -> passedOver++;
      }
    }
    batchWriter.flush(this::refuse);
    reportAdvance(0);
    return new IngestionReport(
        batchWriter.count(PutResult.ADDED),
        batchWriter.count(PutResult.CHANGED),
        batchWriter.count(PutResult.UNCHANGED),
        passedOver,
        refused,
        rejections,
        ingestionStop.wasAsked());
  }

  /// A first walk only for the totals, because a list of all files would grow with the archive.
  private void find(List<Path> paths) {
    long foundFiles = 0;
    long foundBytes = 0;
    var fileWalker = new FileWalker(paths, readerRegistry);
    while (!ingestionStop.now() && fileWalker.hasNext()) {
      if (fileWalker.next() instanceof ArticleSource articleSource) {
        foundFiles++;
        foundBytes += articleSource.size();
      }
    }
    ingestionProgress.began(foundFiles, foundBytes);
  }

  private void take(ArticleSource articleSource) {
    try (var in = new CountingInputStream(Files.newInputStream(articleSource.path()))) {
      var readResult = articleSource.reader().read(articleSource, in);
      while (readResult.hasNext()) {
        var next = readResult.next();
        // Checked before the article counts, because interrupting the thread truncates the file as
        // well.
        if (ingestionStop.now()) {
          return;
        }
        take(articleSource, next);
        reportAdvance(Math.min(in.count(), articleSource.size()));
      }
    } catch (IOException e) {
      if (ingestionStop.now()) {
        return;
      }
      refuse(Rejection.of(articleSource.name(), FileWalker.reason(articleSource.path(), e)));
    }
    files++;
    bytes += articleSource.size();
    reportAdvance(0);
  }

  private void take(ArticleSource articleSource, ReadResult readResult) {
    switch (readResult) {
      case Rejection rejection -> refuse(rejection);
      case ReadResult.ReadArticle readArticle -> {
        var first = seen.meet(readArticle.article().id(), articleSource.name(), readArticle.line());
        if (first.isEmpty()) {
          batchWriter.add(articleSource.name(), readArticle, this::refuse);
        } else {
          var reason = "“" + readArticle.article().id() + "” was given before by " + first.get();
          refuse(new Rejection(articleSource.name(), readArticle.line(), "id", reason));
        }
      }
    }
  }

  private void refuse(Rejection rejection) {
    refused++;
    if (rejections.size() < limits.refusalsKept()) {
      rejections.add(rejection);
    }
  }

  private void reportAdvance(long bytesOfThisFile) {
    ingestionProgress.onAdvance(
        new IngestionProgress.State(files, bytes + bytesOfThisFile, batchWriter.total(), refused));
  }
}
