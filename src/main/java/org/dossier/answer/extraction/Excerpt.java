package org.dossier.answer.extraction;

import java.util.List;
import org.dossier.question.CitedSentences;

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

  /// The excerpt without the sentences that were cited before; the whole excerpt if it consists of
  /// them.
  public Excerpt without(CitedSentences cited) {
    var rest = sentences.stream().filter(sentence -> !sentence.isIn(cited)).toList();
    return rest.isEmpty() ? this : new Excerpt(rest);
  }

  static Excerpt of(CandidateSentence sentence) {
    return new Excerpt(List.of(sentence));
  }
}
