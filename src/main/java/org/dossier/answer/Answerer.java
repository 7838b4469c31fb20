package org.dossier.answer;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.answer.Abstained.Reason;
import org.dossier.archive.ArticleVersion;
import org.dossier.instrumentation.Stage;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.Question;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.retrieval.Retriever;
import org.dossier.search.Filters;

/// One question becomes one answer: in a model's words where one is chosen and able, each statement
/// checked, otherwise in the articles' own sentences. Keeps nothing between questions; without a
/// model, the same archive and the same question give the same answer. Safe for any number of
/// threads.
@Singleton
public final class Answerer {
  private static final Abstentions.Cause WEAK =
      new Abstentions.Cause(
          Reason.WEAK_EVIDENCE,
          "What was found in the archive comes near the question, but does not answer it.");

  private static final Abstentions.Cause EMPTY =
      new Abstentions.Cause(Reason.EMPTY_ARCHIVE, "The archive holds no articles yet.");

  private static final Abstentions.Cause OUTSIDE =
      new Abstentions.Cause(
          Reason.OUTSIDE_FILTERS,
          "No article of the dates and publishers asked for comes near the question; the nearest"
              + " ones are others.");

  private final Retriever retriever;
  private final ExtractiveSelector extractiveSelector;
  private final LlmAnswerer llmAnswerer;
  private final AnswerConfig config;

  public Answerer(Retriever retriever, LlmAnswerer llmAnswerer, AnswerConfig config) {
    this.retriever = retriever;
    this.extractiveSelector = new ExtractiveSelector(config);
    this.llmAnswerer = llmAnswerer;
    this.config = config;
  }

  /// Answers `question`, telling `listener` of the evidence and of each statement on the way.
  public Answer answer(Question question, AnswerListener listener) {
    return answer(question, listener, llmAnswerer::write);
  }

  /// The same in the articles' own sentences, whatever model is chosen: for trying what can be
  /// answered, where nobody reads the words.
  public Answer answerExtractively(Question question) {
    return answer(
        question,
        AnswerListener.NONE,
        (_, _, _, _) -> new LlmOutcome.Unavailable(AnswerOrigin.EXTRACTIVE));
  }

  private Answer answer(Question question, AnswerListener listener, Wording wording) {
    var retrievalResult = retriever.retrieve(question);
    listener.evidence(retrievalResult.evidence());
    if (retrievalResult.evidence().isEmpty()) {
      return nothingFound(question, retrievalResult);
    }
    var unspoken =
        Abstentions.findUnmentioned(RequiredMentions.of(question), retrievalResult.evidence());
    if (unspoken.isPresent()) {
      return abstained(unspoken.get(), retrievalResult, 0, AnswerOrigin.EXTRACTIVE);
    }
    var candidates = Candidates.of(retrievalResult.evidence(), config.sentence());
    if (candidates.isEmpty()) {
      return abstained(WEAK, retrievalResult, 0, AnswerOrigin.EXTRACTIVE);
    }
    double sure =
        ConfidenceFeatures.of(candidates, retrievalResult).confidence(config.confidence());
    if (sure < config.minConfidence()) {
      return abstained(WEAK, retrievalResult, sure, AnswerOrigin.EXTRACTIVE);
    }
    return switch (wording.write(question, retrievalResult, sure, listener)) {
      case LlmOutcome.Answer(var answered) -> answered;
      case LlmOutcome.Abstention(var why, var by) -> abstained(why, retrievalResult, sure, by);
      case LlmOutcome.Unavailable(var by) ->
          Stage.COMPOSING.run(() ->
              ExtractiveAnswerBuilder.of(
                      extractiveSelector.choose(candidates),
                      sure,
                      retrievalResult.generation(),
                      listener)
                  .madeBy(by));
    };
  }

  /// What [#answer] would choose from.
  public AnswerFeatureDump consider(Question question) {
    var retrievalResult = retriever.retrieve(question);
    var candidates = Candidates.of(retrievalResult.evidence(), config.sentence());
    return AnswerFeatureDump.of(
        candidates,
        candidates.isEmpty()
            ? Map.of()
            : ConfidenceFeatures.of(candidates, retrievalResult).toMap());
  }

  private Answer nothingFound(Question question, RetrievalResult retrievalResult) {
    if (retrievalResult.passages() == 0) {
      return abstained(EMPTY, retrievalResult, 0, AnswerOrigin.EXTRACTIVE);
    }
    if (question.filters().equals(Filters.NONE)) {
      return abstained(WEAK, retrievalResult, 0, AnswerOrigin.EXTRACTIVE);
    }
    return abstained(
        OUTSIDE, retriever.retrieve(question.withoutFilters()), 0, AnswerOrigin.EXTRACTIVE);
  }

  private Abstained abstained(
      Abstentions.Cause cause, RetrievalResult retrievalResult, double sure, AnswerOrigin by) {
    return new Abstained(
        cause.reason(),
        cause.explanation(),
        nearest(retrievalResult.evidence()),
        sure,
        by,
        retrievalResult.generation());
  }

  private List<ArticleVersion> nearest(List<Evidence> evidence) {
    var byId = new LinkedHashMap<String, ArticleVersion>();
    evidence.forEach(e -> byId.putIfAbsent(e.source().article().id(), e.source()));
    return byId.values().stream().limit(config.nearestArticles()).toList();
  }

  /// Puts evidence that answers into words, if it can.
  private interface Wording {
    LlmOutcome write(
        Question question, RetrievalResult retrievalResult, double sure, AnswerListener listener);
  }
}
