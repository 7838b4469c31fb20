package org.dossier.ingestion;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dossier.archive.InvalidArticleException;
import org.dossier.ingestion.format.JsonArticle;
import org.dossier.ingestion.format.RejectedArticleException;
import org.jspecify.annotations.Nullable;

/// A reader of JSON Lines files, plain or gzipped, in which each object is an article
/// ([JsonArticle]). Files may have any length; memory is bounded by the longest line. A faulty line
/// does not affect the others.
final class JsonLinesReader implements ArticleReader {
  private static final int BUFFER = 1 << 16;

  private final boolean zipped;
  private final int limit;

  JsonLinesReader(boolean zipped, IngestionLimits limits) {
    this.zipped = zipped;
    this.limit = limits.lineBytes();
  }

  @Override
  public Iterator<ReadResult> read(ArticleSource articleSource, InputStream in) throws IOException {
    try {
      var plain = zipped && articleSource.size() > 0 ? new GZIPInputStream(in, BUFFER) : in;
      return new Lines(articleSource.name(), new ByteLines(plain, limit));
    } catch (ZipException | EOFException e) {
      ReadResult refusal = Rejection.of(articleSource.name(), "is not gzipped: " + reason(e));
      return List.of(refusal).iterator();
    }
  }

  private static String reason(IOException fault) {
    return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
  }

  private final class Lines implements Iterator<ReadResult> {
    private final String file;
    private final ByteLines lines;
    private @Nullable ReadResult next;
    private boolean ended;
    private boolean any;

    Lines(String file, ByteLines lines) {
      this.file = file;
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      while (next == null && !ended) {
        advance();
      }
      return next != null;
    }

    @Override
    public ReadResult next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      var readResult = next;
      next = null;
      return readResult;
    }

    private void advance() {
      try {
        if (lines.next()) {
          next = parse();
          any |= next != null;
          return;
        }
        next = any ? null : Rejection.of(file, "is empty");
      } catch (IOException e) {
        next = new Rejection(file, lines.number(), null, "is truncated here: " + reason(e));
      }
      ended = true;
    }

    /// The result of the current line; `null` if the line is blank.
    private @Nullable ReadResult parse() {
      int number = lines.number();
      if (lines.tooLong()) {
        return new Rejection(
            file, number, null, String.format(Locale.ROOT, "is longer than %,d bytes", limit));
      }
      try {
        var article = JsonArticle.of(lines.bytes(), number);
        return article.<ReadResult>map(a -> new ReadResult.ReadArticle(number, a)).orElse(null);
      } catch (InvalidArticleException e) {
        return Rejection.of(file, RejectedArticleException.of(e, number));
      } catch (RejectedArticleException e) {
        return Rejection.of(file, e);
      }
    }
  }
}
