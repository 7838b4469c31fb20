package org.dossier.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dossier.inference.ReaderModel;
import org.dossier.question.AnswerType;
import org.dossier.text.LanguageDetector;

/// Reads the promising sentences and orders the first passages anew: words and vectors say which
/// passages are about the same, the reader which of them answers.
final class ReaderReranker {
  /// The log-odds of a passage none of whose sentences was worth reading.
  private static final double UNPROMISING = -4;

  private final ReaderCache readerCache;
  private final RetrievalConfig config;

  ReaderReranker(ReaderModel readerModel, RetrievalConfig config) {
    this.readerCache =
        new ReaderCache(readerModel, config.cacheSize() * config.rerank().passages());
    this.config = config;
  }

  /// A claim, or some key words, has no answer that the reader could see: the order stays as it is.
  ///
  /// @param evidence by its fused scores, best first
  /// @return the same passages: the first few, best first, then the others
  List<Evidence> rerank(String question, List<Evidence> evidence) {
    int first = Math.min(config.rerank().passages(), evidence.size());
    var ordered = new ArrayList<>(read(question, evidence.subList(0, first)));
    if (AnswerType.isQuestion(question)) {
      ordered.sort(Comparator.comparingDouble(this::score).reversed());
    }
    ordered.addAll(evidence.subList(first, evidence.size()));
    var ranked = new ArrayList<Evidence>();
    for (var passage : ordered) {
      ranked.add(passage.withRank(ranked.size() + 1));
    }
    return ranked;
  }

  private List<Evidence> read(String question, List<Evidence> evidence) {
    var texts =
        evidence.stream().filter(ReaderReranker::isToBeRead).map(ReaderReranker::text).toList();
    var read = readerCache.get(question, texts).iterator();
    return evidence.stream().map(e -> isToBeRead(e) ? e.withPrediction(read.next()) : e).toList();
  }

  private static boolean isToBeRead(Evidence evidence) {
    return !evidence.selectedSentences().isEmpty() && isEnglish(evidence);
  }

  private static boolean isEnglish(Evidence evidence) {
    return LanguageDetector.isEnglish(evidence.text(), evidence.source().article().language());
  }

  private static ReaderModel.Text text(Evidence evidence) {
    var title = evidence.source().article().title();
    var shown = evidence.selectedSentences().stream().map(evidence::within).toList();
    return new ReaderModel.Text(title == null ? "" : title, evidence.text(), shown);
  }

  private double score(Evidence evidence) {
    return evidence.scores().fused() + config.rerank().weight() * odds(evidence);
  }

  /// The reader's for the best words of the passage; what it cannot read is taken as even odds.
  private static double odds(Evidence evidence) {
    if (!isEnglish(evidence)) {
      return 0;
    }
    return evidence.selectedSentences().stream()
        .map(evidence::answerSpan)
        .mapToDouble(answerSpan -> answerSpan == null ? UNPROMISING : answerSpan.score())
        .max()
        .orElse(UNPROMISING);
  }
}
