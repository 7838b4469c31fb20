package org.dossier.intake;

import org.dossier.corpus.Article;

/// What a reader found in a file: an article, or something that it had to refuse.
sealed interface Found permits Found.Piece, Refusal {

  /// An article and where in its file it stood.
  ///
  /// @param line counted from 1; 0 where the whole file is the article
  record Piece(int line, Article article) implements Found {}
}
