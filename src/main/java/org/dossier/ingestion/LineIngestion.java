package org.dossier.ingestion;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.InvalidArticleException;
import org.dossier.archive.PutResult;
import org.dossier.ingestion.format.JsonArticle;
import org.dossier.ingestion.format.RejectedArticleException;
import org.jspecify.annotations.Nullable;

/// The ingestion of JSON lines in memory, with a result for each line. A faulty line does not
/// affect the others. Thread-safe.
@Singleton
public final class LineIngestion {
  private static final int BATCH = 64;

  private final Archive archive;

  public LineIngestion(Archive archive) {
    this.archive = archive;
  }

  /// The result of one line that is not blank.
  public sealed interface LineResult {
    /// The number of the line, from 1.
    int line();

    /// @param version the current version of the article
    record Stored(int line, String id, PutResult putResult, String version) implements LineResult {}

    /// @param field the invalid field; `null` if it is the whole line
    record Rejected(int line, @Nullable String field, String reason) implements LineResult {}
  }

  /// Stores the articles of `lines` in batches. A repeated call skips what is stored.
  ///
  /// @param lines in the format of a JSON Lines file
  /// @param maxLineBytes the maximum length of a line
  /// @return the results in the order of the lines
  /// @throws org.dossier.database.ArchiveException if the archive fails; earlier batches are stored
  public List<LineResult> run(byte[] lines, int maxLineBytes) {
    var results = new TreeMap<Integer, LineResult>();
    var batch = new TreeMap<Integer, Article>();
    var seen = new SeenIds();
    var reader = new ByteLines(new ByteArrayInputStream(lines), maxLineBytes);
    while (next(reader)) {
      try {
        parse(reader, maxLineBytes, seen, batch);
      } catch (RejectedArticleException e) {
        results.put(
            reader.number(), new LineResult.Rejected(reader.number(), e.field(), e.reason()));
      }
      if (batch.size() == BATCH) {
        store(batch, results);
      }
    }
    store(batch, results);
    return List.copyOf(results.values());
  }

  private static boolean next(ByteLines reader) {
    try {
      return reader.next();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }

  private static void parse(
      ByteLines reader, int maxLineBytes, SeenIds seen, Map<Integer, Article> batch)
      throws RejectedArticleException {
    int line = reader.number();
    if (reader.tooLong()) {
      throw new RejectedArticleException(
          line, null, String.format(Locale.ROOT, "is longer than %,d bytes", maxLineBytes));
    }
    try {
      var article = JsonArticle.of(reader.bytes(), line);
      if (article.isEmpty()) {
        return;
      }
      var id = article.get().id();
      var first = seen.add(id, "line", line);
      if (first.isPresent()) {
        throw new RejectedArticleException(
            line, "id", "“%s” already occurs in %s".formatted(id, first.get().replace(':', ' ')));
      }
      batch.put(line, article.get());
    } catch (InvalidArticleException e) {
      throw RejectedArticleException.of(e, line);
    }
  }

  private void store(Map<Integer, Article> batch, Map<Integer, LineResult> results) {
    if (batch.isEmpty()) {
      return;
    }
    var putResults = archive.put(new ArrayList<>(batch.values())).iterator();
    batch.forEach((line, article) ->
        results.put(
            line, new LineResult.Stored(line, article.id(), putResults.next(), article.version())));
    batch.clear();
  }
}
