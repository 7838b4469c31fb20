package org.dossier.answer.extraction;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dossier.question.CitedSentences;

/// One statement of an extractive answer: a sentence, with the sentences of its article without
/// which it would be misunderstood.
///
/// @param sentences in reading order, at least one, of one article
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

  boolean contains(CandidateSentence sentence) {
    return sentences.stream().anyMatch(sentence::isSame);
  }

  boolean sharesAny(Excerpt other) {
    return other.sentences.stream().anyMatch(this::contains);
  }

  /// The sentences of both, which are of one article.
  Excerpt with(Excerpt other) {
    return new Excerpt(
        Stream.concat(sentences.stream(), other.sentences.stream().filter(s -> !contains(s)))
            .sorted(Comparator.comparing(CandidateSentence::span))
            .toList());
  }

  static Excerpt of(CandidateSentence sentence) {
    return new Excerpt(List.of(sentence));
  }
}
