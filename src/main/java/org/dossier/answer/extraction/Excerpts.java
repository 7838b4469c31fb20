package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dossier.answer.sentence.DanglingReference;
import org.dossier.answer.sentence.FactCheck;
import org.dossier.answer.sentence.SpeechContext;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;

/// Makes sentences understandable: one that refers to the sentence before it, or is a part of a
/// quotation, of an interview or of a rumour, takes the sentences along that it needs.
final class Excerpts {
  private Excerpts() {}

  /// An excerpt for each of `chosen`, in their order. Excerpts that share a sentence become one.
  static List<Excerpt> of(List<CandidateSentence> chosen) {
    var excerpts = new ArrayList<Excerpt>();
    for (var sentence : chosen) {
      if (excerpts.stream().noneMatch(excerpt -> excerpt.contains(sentence))) {
        add(excerpt(sentence, excerpts), excerpts);
      }
    }
    return excerpts;
  }

  private static void add(Excerpt excerpt, List<Excerpt> excerpts) {
    for (int i = 0; i < excerpts.size(); i++) {
      if (excerpts.get(i).sharesAny(excerpt)) {
        excerpts.set(i, excerpts.get(i).with(excerpt));
        return;
      }
    }
    excerpts.add(excerpt);
  }

  private static Excerpt excerpt(CandidateSentence sentence, List<Excerpt> earlier) {
    var inContext = inContext(sentence, earlier);
    var evidence = sentence.evidence();
    var verdict =
        FactCheck.verdict(evidence.source().article().text(), sentence.span()).stream()
            .map(span -> analyzed(evidence, span))
            .toList();
    return verdict.isEmpty() ? inContext : inContext.with(new Excerpt(verdict));
  }

  private static Excerpt inContext(CandidateSentence sentence, List<Excerpt> earlier) {
    var evidence = sentence.evidence();
    var spans = evidence.passage().sentences();
    int at = spans.indexOf(sentence.span());
    if (at < 0) {
      return Excerpt.of(sentence);
    }
    var needed = new SpeechContext(evidence.source().article().text(), spans).of(at);
    if (needed.size() > 1) {
      return new Excerpt(
          needed.stream().map(i -> i == at ? sentence : analyzed(evidence, spans.get(i))).toList());
    }
    if (at == 0 || !DanglingReference.begins(sentence.text())) {
      return Excerpt.of(sentence);
    }
    var previous = analyzed(evidence, spans.get(at - 1));
    return earlier.stream().anyMatch(excerpt -> excerpt.contains(previous))
        ? Excerpt.of(sentence)
        : new Excerpt(List.of(previous, sentence));
  }

  private static CandidateSentence analyzed(Evidence evidence, Span span) {
    var sentence =
        evidence.analyzedSentences().stream()
            .filter(other -> other.span().equals(span))
            .findFirst()
            .orElseGet(() -> new AnalyzedSentence(span, Set.of(), 0, 0, 0));
    return new CandidateSentence(evidence, sentence, "", new SentenceFeatures(0, 0, 0, 0, 0, 0), 0);
  }
}
