package org.dossier.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dossier.inference.ReaderModel;
import org.dossier.question.AnswerType;
import org.dossier.question.AskedSentence;
import org.dossier.text.LanguageDetector;

/// Reranks the first passages with the reader model. Lexical and vector search find the passages on
/// the subject of the question; the reader model distinguishes those that answer it.
final class ReaderReranker {
  /// The log-odds of a passage without selected sentences.
  private static final double UNREAD = -4;

  private final ReaderCache readerCache;
  private final RetrievalConfig config;

  ReaderReranker(ReaderModel readerModel, RetrievalConfig config) {
    this.readerCache =
        new ReaderCache(readerModel, config.cacheSize() * config.rerank().passages());
    this.config = config;
  }

  /// Reranks the first passages, unless `question` is a claim or a list of key words: the reader
  /// model finds no answer to those, so the order is kept. Of several sentences it reads the one
  /// that asks.
  ///
  /// @param evidence by fused score, best first
  /// @return the same passages: the reranked ones, best first, then the others
  List<Evidence> rerank(String question, List<Evidence> evidence) {
    int first = Math.min(config.rerank().passages(), evidence.size());
    var asked = AskedSentence.of(question);
    var ordered = new ArrayList<>(read(asked, evidence.subList(0, first)));
    if (AnswerType.isQuestion(asked)) {
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
        evidence.stream().filter(ReaderReranker::isReadable).map(ReaderReranker::text).toList();
    var predictions = readerCache.get(question, texts).iterator();
    return evidence.stream()
        .map(e -> isReadable(e) ? e.withPrediction(predictions.next()) : e)
        .toList();
  }

  private static boolean isReadable(Evidence evidence) {
    return !evidence.selectedSentences().isEmpty() && isEnglish(evidence);
  }

  private static boolean isEnglish(Evidence evidence) {
    return evidence.language().equals(LanguageDetector.ENGLISH);
  }

  private static ReaderModel.Text text(Evidence evidence) {
    var title = evidence.source().article().title();
    var sentences = evidence.selectedSentences().stream().map(evidence::within).toList();
    return new ReaderModel.Text(title == null ? "" : title, evidence.text(), sentences);
  }

  private double score(Evidence evidence) {
    return evidence.scores().fused() + config.rerank().weight() * logOdds(evidence);
  }

  /// The log-odds of the best answer span; 0, even odds, for a passage that the model cannot read.
  private static double logOdds(Evidence evidence) {
    if (!isEnglish(evidence)) {
      return 0;
    }
    return evidence.selectedSentences().stream()
        .map(evidence::answerSpan)
        .mapToDouble(answerSpan -> answerSpan == null ? UNREAD : answerSpan.score())
        .max()
        .orElse(UNREAD);
  }
}
