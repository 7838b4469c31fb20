package org.dossier.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.dossier.corpus.InvalidArticleException;

/// Reads files that are one article each.
final class WholeFileReader implements ArticleReader {
  private final Format format;
  private final int limit;

  WholeFileReader(Format format, IntakeLimits limits) {
    this.format = format;
    this.limit = limits.fileBytes();
  }

  @Override
  public Iterator<Found> read(Source source, InputStream in) throws IOException {
    return List.of(only(source, in)).iterator();
  }

  private Found only(Source source, InputStream in) throws IOException {
    try {
      return new Found.Piece(0, format.article(source.id(), content(source, in)));
    } catch (InvalidArticleException e) {
      return Refusal.of(source.name(), RefusedException.of(e, 0));
    } catch (RefusedException e) {
      return Refusal.of(source.name(), e);
    } catch (RuntimeException | StackOverflowError e) {
      // A parser that a hostile file brings down must not take the other files with it.
      return Refusal.of(source.name(), "cannot be read: " + e);
    }
  }

  private byte[] content(Source source, InputStream in) throws IOException, RefusedException {
    if (source.size() > limit) {
      throw tooLong(source.size());
    }
    // The size was true when the walk passed; the file may have grown since.
    var content = in.readNBytes(limit + 1);
    if (content.length > limit) {
      throw tooLong(content.length);
    }
    return content;
  }

  private RefusedException tooLong(long bytes) {
    return new RefusedException(
        0, null, String.format(Locale.ROOT, "%,d bytes, more than %,d", bytes, limit));
  }
}
