package org.dossier.ingestion;

/// An entry that the walk over the given paths encountered.
sealed interface WalkEntry permits ArticleSource, Rejection, WalkEntry.Skipped {

  /// A file of another kind among the articles, which is no error.
  ///
  /// @param kind the extension of its name, such as `.pdf`; empty if the name has none
  record Skipped(String kind) implements WalkEntry {}
}
