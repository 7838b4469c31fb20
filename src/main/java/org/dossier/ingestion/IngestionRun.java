package org.dossier.ingestion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.archive.PutResult;
import org.dossier.ingestion.document.DocumentLimits;

/// One run over the given paths: finds all files, reads them one after another, stores their
/// articles in the archive, and counts.
final class IngestionRun implements AutoCloseable {
  private final BatchWriter batchWriter;
  private final IngestionLimits limits;
  private final IngestionProgress ingestionProgress;
  private final IngestionStop ingestionStop;
  private final ReaderRegistry readerRegistry;
  private final SeenIds seen = new SeenIds();
  private final List<Rejection> rejections = new ArrayList<>();
  private final SkippedFiles.Counter skipped = new SkippedFiles.Counter();
  private long refused;
  private long files;
  private long bytes;

  IngestionRun(
      BatchWriter batchWriter,
      IngestionLimits limits,
      DocumentLimits documentLimits,
      IngestionProgress ingestionProgress,
      IngestionStop ingestionStop) {
    this.batchWriter = batchWriter;
    this.limits = limits;
    this.ingestionProgress = ingestionProgress;
    this.ingestionStop = ingestionStop;
    this.readerRegistry = new ReaderRegistry(limits, documentLimits);
  }

  IngestionReport run(List<Path> paths) {
    find(paths);
    var fileWalker = new FileWalker(paths, readerRegistry);
    while (!ingestionStop.isRequested() && fileWalker.hasNext()) {
      switch (fileWalker.next()) {
        case ArticleSource articleSource -> ingest(articleSource);
        case Rejection rejection -> reject(rejection);
        case WalkEntry.Skipped(var kind) -> skipped.add(kind);
      }
    }
    batchWriter.flush(this::reject);
    reportAdvance(0);
    return new IngestionReport(
        batchWriter.count(PutResult.ADDED),
        batchWriter.count(PutResult.CHANGED),
        batchWriter.count(PutResult.UNCHANGED),
        skipped.result(),
        refused,
        rejections,
        ingestionStop.wasRequested());
  }

  @Override
  public void close() {
    readerRegistry.close();
  }

  /// A first walk only for the totals, because a list of all files would grow with the archive.
  private void find(List<Path> paths) {
    ingestionProgress.onCount();
    long foundFiles = 0;
    long foundBytes = 0;
    var fileWalker = new FileWalker(paths, readerRegistry);
    while (!ingestionStop.isRequested() && fileWalker.hasNext()) {
      if (fileWalker.next() instanceof ArticleSource articleSource) {
        foundFiles++;
        foundBytes += articleSource.size();
      }
    }
    ingestionProgress.onStart(foundFiles, foundBytes);
  }

  private void ingest(ArticleSource articleSource) {
    try (var in = new CountingInputStream(Files.newInputStream(articleSource.path()))) {
      var readResult = articleSource.reader().read(articleSource, in);
      while (readResult.hasNext()) {
        var next = readResult.next();
        // Checked before the article counts, because interrupting the thread truncates the file as
        // well.
        if (ingestionStop.isRequested()) {
          return;
        }
        ingest(articleSource, next);
        reportAdvance(Math.min(in.count(), articleSource.size()));
      }
    } catch (IOException e) {
      if (ingestionStop.isRequested()) {
        return;
      }
      reject(Rejection.of(articleSource.name(), FileWalker.reason(articleSource.path(), e)));
    }
    files++;
    bytes += articleSource.size();
    reportAdvance(0);
  }

  private void ingest(ArticleSource articleSource, ReadResult readResult) {
    switch (readResult) {
      case Rejection rejection -> reject(rejection);
      case ReadResult.ReadArticle readArticle -> {
        var first = seen.add(readArticle.article().id(), articleSource.name(), readArticle.line());
        if (first.isEmpty()) {
          batchWriter.add(articleSource.name(), readArticle, this::reject);
        } else {
          var reason = "“" + readArticle.article().id() + "” already occurs in " + first.get();
          reject(new Rejection(articleSource.name(), readArticle.line(), "id", reason));
        }
      }
    }
  }

  private void reject(Rejection rejection) {
    refused++;
    if (rejections.size() < limits.maxRejections()) {
      rejections.add(rejection);
    }
  }

  private void reportAdvance(long bytesOfThisFile) {
    ingestionProgress.onAdvance(
        new IngestionProgress.State(files, bytes + bytesOfThisFile, batchWriter.total(), refused));
  }
}
