package org.dossier.chat.conversation;

/// A cited article whose cited version is no longer current.
///
/// @param article the id of the article
/// @param reason the reason why it is unavailable
public record UnavailableSource(String article, Reason reason) {
  /// The reason why a source is unavailable.
  public enum Reason {
    /// The article was withdrawn from the archive. Statements that cite it were removed from the
    /// answer.
    WITHDRAWN,
    /// The version was replaced by another one. The answer still cites the original version; later
    /// messages are not rewritten from it.
    REPLACED
  }
}
