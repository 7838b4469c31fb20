package org.dossier.ingestion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.archive.Article;
import org.dossier.ingestion.document.DocumentLimits;

/// Reads content as if it were in a file of the given name.
public final class ReaderFixture {
  private ReaderFixture() {}

  /// All results, in order.
  public static List<ReadResult> all(String fileName, byte[] content) {
    return all(fileName, content, IngestionLimits.DEFAULT);
  }

  public static List<ReadResult> all(String fileName, byte[] content, IngestionLimits limits) {
    var readerRegistry = new ReaderRegistry(limits, DocumentLimits.DEFAULT);
    var reader = readerRegistry.find(fileName).orElseThrow();
    var articleSource =
        new ArticleSource(
            Path.of(fileName), readerRegistry.withoutEnding(fileName), content.length, reader);
    var readResult = new ArrayList<ReadResult>();
    try {
      reader
          .read(articleSource, new ByteArrayInputStream(content))
          .forEachRemaining(readResult::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return readResult;
  }

  /// The single article of a file in UTF-8.
  public static Article article(String fileName, String content) {
    return article(fileName, content.getBytes(StandardCharsets.UTF_8));
  }

  public static Article article(String fileName, byte[] content) {
    return switch (only(fileName, content)) {
      case ReadResult.ReadArticle readArticle -> readArticle.article();
      case Rejection rejection -> throw new AssertionError(rejection.toString());
    };
  }

  /// The rejection of a file in UTF-8, as printed.
  public static String refusal(String fileName, String content) {
    return refusal(fileName, content.getBytes(StandardCharsets.UTF_8));
  }

  public static String refusal(String fileName, byte[] content) {
    return switch (only(fileName, content)) {
      case ReadResult.ReadArticle readArticle ->
          throw new AssertionError("was read: " + readArticle);
      case Rejection rejection -> rejection.toString();
    };
  }

  private static ReadResult only(String fileName, byte[] content) {
    var readResult = all(fileName, content);
    if (readResult.size() != 1) {
      throw new AssertionError("one thing expected: " + readResult);
    }
    return readResult.getFirst();
  }
}
