package org.dossier.ingestion;

import org.dossier.archive.Article;

/// What a reader found in a file: an article, or something that it had to refuse.
public sealed interface ReadResult permits ReadResult.ReadArticle, Rejection {

  /// An article and where in its file it stood.
  ///
  /// @param line counted from 1; 0 where the whole file is the article
  record ReadArticle(int line, Article article) implements ReadResult {}
}
