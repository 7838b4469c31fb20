package org.dossier.ingestion;

import org.dossier.archive.Article;

/// The result of reading part of a file: an article or a rejection.
public sealed interface ReadResult permits ReadResult.ReadArticle, Rejection {

  /// An article with its position in the file.
  ///
  /// @param line counted from 1; 0 if the whole file is the article
  record ReadArticle(int line, Article article) implements ReadResult {}
}
