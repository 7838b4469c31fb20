package org.dossier.chat.conversation;

/// An article that an answer was given from and that no longer stands as it was cited.
///
/// @param article its id
/// @param how what became of it
public record UnavailableSource(String article, Reason how) {
  /// What became of an article.
  public enum Reason {
    /// It was withdrawn from the archive: what rested on it is gone from the answer.
    WITHDRAWN,
    /// Another version took its place: the answer still cites the one that it was given from, and
    /// nothing that follows rests on it any more.
    REPLACED
  }
}
