package org.dossier.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.dossier.archive.InvalidArticleException;
import org.dossier.ingestion.document.DocumentKind;
import org.dossier.ingestion.document.DocumentLimits;
import org.dossier.ingestion.document.DocumentMessage;
import org.dossier.ingestion.document.DocumentMessage.End;
import org.dossier.ingestion.document.DocumentMessage.ReadDocument;
import org.dossier.ingestion.document.DocumentMessage.RejectedDocument;
import org.dossier.ingestion.document.DocumentProcess;
import org.dossier.ingestion.format.JsonArticle;
import org.dossier.ingestion.format.RejectedArticleException;

/// A reader of documents of one kind, in another process.
final class DocumentReader implements ArticleReader {
  private final DocumentKind kind;
  private final DocumentProcess process;
  private final DocumentLimits limits;

  DocumentReader(DocumentKind kind, DocumentProcess process, DocumentLimits limits) {
    this.kind = kind;
    this.process = process;
    this.limits = limits;
  }

  /// The other process opens the file itself.
  @Override
  public Iterator<ReadResult> read(ArticleSource articleSource, InputStream in) throws IOException {
    if (kind != DocumentKind.MBOX && articleSource.size() > limits.fileBytes()) {
      ReadResult rejection =
          Rejection.of(
              articleSource.name(),
              String.format(
                  Locale.ROOT,
                  "has %,d bytes; the maximum is %,d (dossier.documents.max-file-megabytes)",
                  articleSource.size(),
                  limits.fileBytes()));
      return List.of(rejection).iterator();
    }
    var messages = process.read(articleSource.path(), kind, articleSource.id());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return messages.hasNext();
      }

      @Override
      public ReadResult next() {
        return result(articleSource.name(), messages.next());
      }
    };
  }

  private static ReadResult result(String file, DocumentMessage message) {
    return switch (message) {
      case ReadDocument(var json) -> article(file, json);
      case RejectedDocument(var field, var reason) -> new Rejection(file, 0, field, reason);
      case End() -> throw new IllegalStateException("the end is no result");
    };
  }

  private static ReadResult article(String file, byte[] json) {
    try {
      return JsonArticle.of(json, 0)
          .<ReadResult>map(article -> new ReadResult.ReadArticle(0, article))
          .orElseGet(() -> Rejection.of(file, "cannot be read: the result is empty"));
    } catch (InvalidArticleException e) {
      return Rejection.of(file, RejectedArticleException.of(e, 0));
    } catch (RejectedArticleException e) {
      return Rejection.of(file, e);
    }
  }
}
