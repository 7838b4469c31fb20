package org.dossier.answer;

import java.util.List;
import org.dossier.archive.ArticleVersion;

/// An abstention: the archive does not answer the question, with the reason.
///
/// @param reason for programs
/// @param explanation one sentence for people; plain text
/// @param nearest the most similar articles, best first, possibly empty
public record Abstained(
    Reason reason,
    String explanation,
    List<ArticleVersion> nearest,
    double confidence,
    AnswerOrigin origin,
    long generation)
    implements Answer {
  public Abstained {
    nearest = List.copyOf(nearest);
  }

  /// The reasons to abstain.
  public enum Reason {
    /// The archive has no articles.
    EMPTY_ARCHIVE,
    /// Names or dates of the question occur nowhere, or not together, in the evidence.
    NOT_MENTIONED,
    /// Evidence was found, but outside the requested dates or publishers.
    OUTSIDE_FILTERS,
    /// The evidence does not answer the question.
    WEAK_EVIDENCE,
    /// An LLM wrote an answer, and the evidence supports none of its statements.
    UNSUPPORTED,
    /// The articles of a remembered answer have since been withdrawn from the archive.
    WITHDRAWN
  }
}
