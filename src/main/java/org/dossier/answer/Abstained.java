package org.dossier.answer;

import java.util.List;
import org.dossier.archive.ArticleVersion;

/// The archive does not say, and why we think so.
///
/// @param reason in a word, for programs
/// @param explanation in a sentence, for people; plain text
/// @param nearest the articles that come closest, best first, perhaps none
public record Abstained(
    Reason reason,
    String explanation,
    List<ArticleVersion> nearest,
    double confidence,
    AnswerOrigin by,
    long generation)
    implements Answer {
  public Abstained {
    nearest = List.copyOf(nearest);
  }

  /// Why there is no answer.
  public enum Reason {
    /// There is nothing to read.
    EMPTY_ARCHIVE,
    /// Names or numbers of the question stand nowhere, or nowhere together, in what was found.
    NOT_MENTIONED,
    /// Something was found, but outside the dates or publishers asked for.
    OUTSIDE_FILTERS,
    /// What was found does not answer.
    WEAK_EVIDENCE,
    /// A model wrote an answer, and nothing of it is borne out by what it was given.
    UNSUPPORTED,
    /// What once answered was withdrawn from the archive since.
    WITHDRAWN
  }
}
