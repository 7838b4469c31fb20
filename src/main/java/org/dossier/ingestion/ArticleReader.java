package org.dossier.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/// Reads the articles out of one kind of file. Without state, safe for any number of threads.
sealed interface ArticleReader permits WholeFileReader, JsonLinesReader {

  /// What the file holds, in its order, read only as far as it is asked for. What cannot be read is
  /// among it as a [Rejection]; the iterator itself throws nothing.
  ///
  /// @param in the file's bytes; left open, and no longer used once the iterator is exhausted
  /// @throws IOException if not even a beginning can be read
  Iterator<ReadResult> read(ArticleSource articleSource, InputStream in) throws IOException;
}
