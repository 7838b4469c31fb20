package org.dossier.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.dossier.archive.InvalidArticleException;
import org.dossier.ingestion.format.Format;
import org.dossier.ingestion.format.RejectedArticleException;

/// A reader of files that contain one article each.
final class WholeFileReader implements ArticleReader {
  private final Format format;
  private final int limit;

  WholeFileReader(Format format, IngestionLimits limits) {
    this.format = format;
    this.limit = limits.fileBytes();
  }

  @Override
  public Iterator<ReadResult> read(ArticleSource articleSource, InputStream in) throws IOException {
    return List.of(only(articleSource, in)).iterator();
  }

  private ReadResult only(ArticleSource articleSource, InputStream in) throws IOException {
    try {
      return new ReadResult.ReadArticle(
          0, format.article(articleSource.id(), content(articleSource, in, limit)));
    } catch (InvalidArticleException e) {
      return Rejection.of(articleSource.name(), RejectedArticleException.of(e, 0));
    } catch (RejectedArticleException e) {
      return Rejection.of(articleSource.name(), e);
    } catch (RuntimeException | StackOverflowError e) {
      // A hostile file that makes a parser fail must not affect the other files.
      return Rejection.of(articleSource.name(), "cannot be read: " + e);
    }
  }

  /// The bytes of a file.
  ///
  /// @throws RejectedArticleException if it has more than `limit`
  static byte[] content(ArticleSource articleSource, InputStream in, int limit)
      throws IOException, RejectedArticleException {
    if (articleSource.size() > limit) {
      throw tooLong(articleSource.size(), limit);
    }
    // The size was correct during the walk; the file may have grown since.
    var content = in.readNBytes(limit + 1);
    if (content.length > limit) {
      throw tooLong(content.length, limit);
    }
    return content;
  }

  private static RejectedArticleException tooLong(long bytes, int limit) {
    return new RejectedArticleException(
        0, null, String.format(Locale.ROOT, "has %,d bytes; the maximum is %,d", bytes, limit));
  }
}
