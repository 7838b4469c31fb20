package org.dossier.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.dossier.archive.InvalidArticleException;
import org.dossier.ingestion.format.Feed;
import org.dossier.ingestion.format.FeedEntry;
import org.dossier.ingestion.format.RejectedArticleException;

/// A reader of feeds, which have an article in each entry. A faulty entry does not affect the
/// others.
final class FeedReader implements ArticleReader {
  private final int limit;

  FeedReader(IngestionLimits limits) {
    this.limit = limits.fileBytes();
  }

  @Override
  public Iterator<ReadResult> read(ArticleSource articleSource, InputStream in) throws IOException {
    var file = articleSource.name();
    try {
      var entries = Feed.of(articleSource.id(), WholeFileReader.content(articleSource, in, limit));
      return entries.entries().isEmpty()
          ? only(Rejection.of(file, "has no entries"))
          : entries.entries().stream().map(entry -> result(file, entry)).iterator();
    } catch (RejectedArticleException e) {
      return only(Rejection.of(file, e));
    } catch (RuntimeException | StackOverflowError e) {
      return only(Rejection.of(file, "cannot be read: " + e));
    }
  }

  private static Iterator<ReadResult> only(ReadResult result) {
    return List.of(result).iterator();
  }

  private static ReadResult result(String file, FeedEntry entry) {
    try {
      return new ReadResult.ReadArticle(entry.line(), entry.article());
    } catch (InvalidArticleException e) {
      return Rejection.of(file, RejectedArticleException.of(e, entry.line()));
    } catch (RejectedArticleException e) {
      return Rejection.of(file, e);
    } catch (RuntimeException | StackOverflowError e) {
      // A hostile entry that makes a parser fail must not affect the others.
      return new Rejection(file, entry.line(), null, "cannot be read: " + e);
    }
  }
}
