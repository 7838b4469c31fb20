package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;

/// Makes sentences understandable: one that refers to the sentence before it takes that one along.
final class Excerpts {
  private Excerpts() {}

  /// An excerpt for each of `chosen`, in their order. A sentence that was taken along is not
  /// repeated.
  static List<Excerpt> of(List<CandidateSentence> chosen) {
    var excerpts = new ArrayList<Excerpt>();
    for (var sentence : chosen) {
      if (!contains(excerpts, sentence)) {
        excerpts.add(excerpt(sentence, excerpts));
      }
    }
    return excerpts;
  }

  private static Excerpt excerpt(CandidateSentence sentence, List<Excerpt> earlier) {
    if (!DanglingReference.begins(sentence.text())) {
      return Excerpt.of(sentence);
    }
    return before(sentence)
        .filter(previous -> !contains(earlier, previous))
        .map(previous -> new Excerpt(List.of(previous, sentence)))
        .orElseGet(() -> Excerpt.of(sentence));
  }

  /// The sentence before `sentence` in the same passage.
  static Optional<CandidateSentence> before(CandidateSentence sentence) {
    var evidence = sentence.evidence();
    var spans = evidence.passage().sentences();
    int at = spans.indexOf(sentence.span());
    return at < 1 ? Optional.empty() : Optional.of(analyzed(evidence, at - 1));
  }

  private static CandidateSentence analyzed(Evidence evidence, int at) {
    var span = evidence.passage().sentences().get(at);
    var sentence =
        evidence.analyzedSentences().stream()
            .filter(other -> other.span().equals(span))
            .findFirst()
            .orElseGet(() -> new AnalyzedSentence(span, Set.of(), 0, 0, 0));
    return new CandidateSentence(evidence, sentence, "", new SentenceFeatures(0, 0, 0, 0, 0), 0);
  }

  private static boolean contains(List<Excerpt> excerpts, CandidateSentence sentence) {
    return excerpts.stream()
        .flatMap(excerpt -> excerpt.sentences().stream())
        .anyMatch(other ->
            other.span().equals(sentence.span()) && other.articleId().equals(sentence.articleId()));
  }
}
