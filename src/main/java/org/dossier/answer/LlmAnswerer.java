package org.dossier.answer;

import jakarta.inject.Singleton;
import java.util.Map;
import org.dossier.answer.Abstained.Reason;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.LanguageModel;
import org.dossier.llm.ModelFailure;
import org.dossier.llm.ModelMeter;
import org.dossier.llm.Prompt;
import org.dossier.llm.PromptDelimiter;
import org.dossier.question.Question;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;
import org.dossier.verification.StatementVerifier;

/// Generates an answer from the evidence by an LLM, and accepts the statements that the evidence
/// supports. Each statement is verified against the sentences it cites as soon as it is complete
/// and before anyone sees it. Thread-safe.
@Singleton
public final class LlmAnswerer {
  private static final Abstentions.Cause DOES_NOT_SAY =
      new Abstentions.Cause(
          Reason.WEAK_EVIDENCE,
          "The articles that were found are related to the question, but do not answer it.");

  private static final Abstentions.Cause UNSUPPORTED =
      new Abstentions.Cause(
          Reason.UNSUPPORTED,
          "An LLM generated an answer, but the articles that were found support none of it. It is not"
              + " shown.");

  private final ConfiguredLlm configuredLlm;
  private final StatementVerifier statementVerifier;
  private final ModelMeter meter;

  public LlmAnswerer(
      ConfiguredLlm configuredLlm, StatementVerifier statementVerifier, ModelMeter meter) {
    this.configuredLlm = configuredLlm;
    this.statementVerifier = statementVerifier;
    this.meter = meter;
  }

  /// Answers `question` from the evidence, if an LLM is configured and works.
  ///
  /// @param retrievalResult with at least one passage of evidence
  /// @param metadata of the answer, but for its origin
  LlmOutcome write(
      Question question,
      RetrievalResult retrievalResult,
      AnswerMetadata metadata,
      AnswerListener listener) {
    var model = configuredLlm.chosen();
    if (model.isEmpty()) {
      return new LlmOutcome.Unavailable(AnswerOrigin.EXTRACTIVE);
    }
    var evidence = NumberedEvidence.of(retrievalResult.evidence(), model.get().contextBudget());
    var prompt = prompt(model.get(), question, evidence);
    var origin = AnswerOrigin.model(model.get().name(), prompt.version());
    var accepted = new VerifiedAnswerBuilder(listener);
    var verifier =
        new DraftVerifier(evidence, new Grounding(statementVerifier, evidence), accepted, meter);
    try {
      return switch (model.get().generate(prompt, listener::waiting, verifier::read)) {
        case SUPPORTED -> new LlmOutcome.Answer(accepted.build(metadata.withOrigin(origin)));
        case DECLINED -> new LlmOutcome.Abstention(DOES_NOT_SAY, origin);
        case UNSUPPORTED -> new LlmOutcome.Abstention(UNSUPPORTED, origin);
      };
    } catch (ModelFailure failure) {
      // The client has already received the verified statements, so they are the answer.
      if (!accepted.isEmpty()) {
        return new LlmOutcome.Answer(accepted.build(metadata.withOrigin(origin)));
      }
      meter.fellBack(failure.reason());
      return new LlmOutcome.Unavailable(AnswerOrigin.FALLBACK);
    }
  }

  private static Prompt prompt(LanguageModel model, Question question, NumberedEvidence evidence) {
    var questionText = NumberedEvidence.plain(question.text());
    var day = DateFinder.format(DateRange.day(question.askedOn()));
    var prompts = model.prompts();
    if (model.citesByItself()) {
      return prompts
          .answerCiting()
          .fill(Map.of("asked", day, "question", questionText))
          .with(evidence.citable());
    }
    var evidenceText = evidence.text();
    var fence = PromptDelimiter.around(evidenceText + "\n" + questionText);
    return prompts
        .answer()
        .fill(
            Map.of(
                "fence", fence, "evidence", evidenceText, "asked", day, "question", questionText));
  }
}
