package org.dossier.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
        new ReaderCache(readerModel, config.cacheSize() * passagesPerQuestion(config));
    this.config = config;
  }

  /// The maximum number of passages that are read for one question.
  private static int passagesPerQuestion(RetrievalConfig config) {
    return Math.max(config.rerank().passages(), config.thoroughReading().passages());
  }

  /// Reranks the first passages, unless `question` is a claim or a list of key words: the reader
  /// model finds no answer to those, so the order is kept. Of several sentences it reads the one
  /// that asks.
  ///
  /// @param evidence by fused score, best first
  /// @param passages the number of first passages to rerank
  /// @return the same passages: the reranked ones, best first, then the others
  List<Evidence> rerank(String question, List<Evidence> evidence, int passages) {
    var asked = AskedSentence.of(question);
    var read =
        new ArrayList<>(read(asked, evidence.subList(0, Math.min(passages, evidence.size()))));
    if (AnswerType.isQuestion(asked)) {
      read.sort(Comparator.comparingDouble(this::score).reversed());
    }
    var ranked = new ArrayList<Evidence>();
    Stream.concat(read.stream().map(Read::evidence), evidence.stream().skip(passages))
        .forEach(passage -> ranked.add(passage.withRank(ranked.size() + 1)));
    return ranked;
  }

  /// A passage that was read, or cannot be. Its language is detected once, from the text.
  private record Read(Evidence evidence, boolean isEnglish) {
    boolean isReadable() {
      return isEnglish && !evidence.selectedSentences().isEmpty();
    }
  }

  private List<Read> read(String question, List<Evidence> evidence) {
    var passages =
        evidence.stream()
            .map(e -> new Read(e, e.language().equals(LanguageDetector.ENGLISH)))
            .toList();
    var texts =
        passages.stream().filter(Read::isReadable).map(read -> text(read.evidence)).toList();
    var predictions = readerCache.get(question, texts).iterator();
    return passages.stream()
        .map(read ->
            read.isReadable()
                ? new Read(read.evidence.withPrediction(predictions.next()), true)
                : read)
        .toList();
  }

  private static ReaderModel.Text text(Evidence evidence) {
    var title = evidence.source().article().title();
    var sentences = evidence.selectedSentences().stream().map(evidence::within).toList();
    return new ReaderModel.Text(title == null ? "" : title, evidence.text(), sentences);
  }

  private double score(Read read) {
    return read.evidence.scores().fused() + config.rerank().weight() * logOdds(read);
  }

  /// The log-odds of the best answer span; 0, even odds, for a passage that the model cannot read.
  private static double logOdds(Read read) {
    if (!read.isEnglish) {
      return 0;
    }
    var evidence = read.evidence;
    return evidence.selectedSentences().stream()
        .map(evidence::answerSpan)
        .mapToDouble(answerSpan -> answerSpan == null ? UNREAD : answerSpan.score())
        .max()
        .orElse(UNREAD);
  }
}
