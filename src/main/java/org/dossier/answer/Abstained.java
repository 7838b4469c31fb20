package org.dossier.answer;

import java.util.List;
import org.dossier.archive.ArticleVersion;

/// An abstention: nothing in the archive is relevant to the question, or what is asked for is
/// absent.
///
/// @param reason for programs
/// @param explanation one sentence for people; plain text
/// @param nearest the most similar articles, best first, possibly empty
public record Abstained(
    Reason reason, String explanation, List<ArticleVersion> nearest, AnswerMetadata metadata)
    implements Answer {
  public Abstained {
    nearest = List.copyOf(nearest);
  }

  /// The reasons to abstain.
  public enum Reason {
    /// The archive has no articles.
    EMPTY_ARCHIVE,
    /// The evidence mentions none of the names and dates of the question, or is irrelevant and
    /// lacks some of them.
    NOT_MENTIONED,
    /// Evidence was found, but outside the requested dates or publishers.
    OUTSIDE_FILTERS,
    /// The evidence is irrelevant to the question, or was shown before.
    WEAK_EVIDENCE,
    /// An LLM wrote an answer, and the evidence supports none of its statements. Only in stored
    /// turns of earlier versions, which had no related statements.
    UNSUPPORTED,
    /// The articles of a remembered answer have since been withdrawn from the archive.
    WITHDRAWN
  }
}
