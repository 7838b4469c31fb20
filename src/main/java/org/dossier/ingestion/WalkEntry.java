package org.dossier.ingestion;

/// What the walk over the given paths came upon.
sealed interface WalkEntry permits ArticleSource, Rejection, WalkEntry.PassedOver {

  /// A file of another kind beside the articles; nothing is wrong with it.
  record PassedOver() implements WalkEntry {}
}
