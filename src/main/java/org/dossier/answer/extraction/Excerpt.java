package org.dossier.answer.extraction;

import java.util.List;

/// One statement of an extractive answer: a sentence, or two adjacent ones where the second cannot
/// be understood without the first.
///
/// @param sentences in reading order, one or two, of one article
public record Excerpt(List<CandidateSentence> sentences) {
  public Excerpt {
    sentences = List.copyOf(sentences);
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("an excerpt has at least one sentence");
    }
  }

  static Excerpt of(CandidateSentence sentence) {
    return new Excerpt(List.of(sentence));
  }
}
