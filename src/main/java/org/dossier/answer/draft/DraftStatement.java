package org.dossier.answer.draft;

import java.util.List;

/// A statement as an LLM wrote it, to be verified before anyone sees it.
///
/// @param text plain words on one line, without markup, links and markers; never blank
/// @param markers the numbers that it cites, each once, in the order written; possibly empty, and
///   possibly of no evidence
public record DraftStatement(String text, List<Integer> markers) {
  public DraftStatement {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a draft statement must not be blank");
    }
    markers = List.copyOf(markers);
  }
}
