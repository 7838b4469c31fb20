package org.dossier.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.archive.Article;
import org.dossier.ingestion.document.DocumentLimits;

/// Reads documents in a process of their own, one after the other.
final class DocumentFixture implements AutoCloseable {
  private final Path folder;
  private final ReaderRegistry readerRegistry;

  DocumentFixture(Path folder, DocumentLimits limits) {
    this.folder = folder;
    this.readerRegistry = new ReaderRegistry(IngestionLimits.DEFAULT, limits);
  }

  List<ReadResult> all(String name, byte[] content) {
    try {
      var file = Files.write(folder.resolve(name), content);
      var reader = readerRegistry.find(name).orElseThrow();
      var id = readerRegistry.withoutEnding(name);
      var source = new ArticleSource(file, id, content.length, reader);
      var results = new ArrayList<ReadResult>();
      reader.read(source, InputStream.nullInputStream()).forEachRemaining(results::add);
      return results;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Article article(String name, byte[] content) {
    return switch (all(name, content).getFirst()) {
      case ReadResult.ReadArticle(var _, var article) -> article;
      case Rejection rejection -> throw new AssertionError(rejection.toString());
    };
  }

  /// The rejection, without the folder.
  String rejection(String name, byte[] content) {
    return switch (all(name, content).getFirst()) {
      case ReadResult.ReadArticle(var _, var article) ->
          throw new AssertionError("was read: " + article);
      case Rejection rejection -> rejection.toString().replace(folder + "/", "");
    };
  }

  @Override
  public void close() {
    readerRegistry.close();
  }
}
