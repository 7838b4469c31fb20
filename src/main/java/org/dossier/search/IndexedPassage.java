package org.dossier.search;

import java.util.List;
import org.dossier.text.Span;

/// A passage as the index has it, for whoever compares it with the archive.
///
/// @param version the version of its article
/// @param ordinal which of the article's passages, from 0
/// @param sentences in reading order
/// @param hasVector whether it can be found by meaning
public record IndexedPassage(String version, int ordinal, List<Span> sentences, boolean hasVector) {
  public IndexedPassage {
    sentences = List.copyOf(sentences);
  }
}
