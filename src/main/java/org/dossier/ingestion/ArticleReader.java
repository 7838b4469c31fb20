package org.dossier.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/// A reader for the articles in one kind of file. Stateless, safe for any number of threads.
sealed interface ArticleReader
    permits WholeFileReader, JsonLinesReader, FeedReader, DocumentReader {

  /// The contents of the file, in order, read lazily. What cannot be read is returned as a
  /// [Rejection]; the iterator itself does not throw.
  ///
  /// @param in the file's bytes; not closed here, and no longer used once the iterator is exhausted
  /// @throws IOException if not even the beginning can be read
  Iterator<ReadResult> read(ArticleSource articleSource, InputStream in) throws IOException;
}
