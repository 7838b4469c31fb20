package org.dossier.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dossier.corpus.InvalidArticleException;
import org.jspecify.annotations.Nullable;

/// Reads files of one JSON object a line, each an article ([JsonArticle]), plain or gzipped, of any
/// length in the memory of its longest line. A line that is wrong costs only itself.
final class JsonLinesReader implements ArticleReader {
  private static final int BUFFER = 1 << 16;

  private final boolean zipped;
  private final int limit;

  JsonLinesReader(boolean zipped, IntakeLimits limits) {
    this.zipped = zipped;
    this.limit = limits.lineBytes();
  }

  @Override
  public Iterator<Found> read(Source source, InputStream in) throws IOException {
    try {
      var plain = zipped && source.size() > 0 ? new GZIPInputStream(in, BUFFER) : in;
      return new Lines(source.name(), new ByteLines(plain, limit));
    } catch (ZipException | EOFException e) {
      Found refusal = Refusal.of(source.name(), "is not gzipped: " + what(e));
      return List.of(refusal).iterator();
    }
  }

  private static String what(IOException fault) {
    return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
  }

  private final class Lines implements Iterator<Found> {
    private final String file;
    private final ByteLines lines;
    private @Nullable Found next;
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
    public Found next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      var found = next;
      next = null;
      return found;
    }

    private void advance() {
      try {
        if (lines.next()) {
          next = found();
          any |= next != null;
          return;
        }
        next = any ? null : Refusal.of(file, "is empty");
      } catch (IOException e) {
        next = new Refusal(file, lines.number(), null, "breaks off here: " + what(e));
      }
      ended = true;
    }

    /// Null for a line without content.
    private @Nullable Found found() {
      int number = lines.number();
      if (lines.tooLong()) {
        return new Refusal(
            file, number, null, String.format(Locale.ROOT, "is longer than %,d bytes", limit));
      }
      try {
        var article = JsonArticle.of(lines.bytes(), number);
        return article.<Found>map(a -> new Found.Piece(number, a)).orElse(null);
      } catch (InvalidArticleException e) {
        return Refusal.of(file, RefusedException.of(e, number));
      } catch (RefusedException e) {
        return Refusal.of(file, e);
      }
    }
  }
}
