package org.dossier.search;

import java.util.List;
import org.dossier.text.Span;

/// A passage as it is indexed, for comparison with the archive.
///
/// @param version the version of its article
/// @param ordinal its number among the article's passages, from 0
/// @param sentences in reading order
/// @param hasVector whether vector search can find it
public record IndexedPassage(String version, int ordinal, List<Span> sentences, boolean hasVector) {
  public IndexedPassage {
    sentences = List.copyOf(sentences);
  }
}
