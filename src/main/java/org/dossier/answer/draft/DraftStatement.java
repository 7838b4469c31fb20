package org.dossier.answer.draft;

import java.util.List;

/// A statement as a model wrote it, to be checked before anybody sees it.
///
/// @param text plain words on one line, without markup, links and markers; never blank
/// @param markers the numbers that it points at, each once, in the order written; perhaps none,
///   perhaps of nothing
public record DraftStatement(String text, List<Integer> markers) {
  public DraftStatement {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a draft has words");
    }
    markers = List.copyOf(markers);
  }
}
