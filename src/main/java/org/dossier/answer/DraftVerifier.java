package org.dossier.answer;

import java.util.List;
import java.util.Locale;
import org.dossier.answer.draft.DraftStatement;
import org.dossier.answer.draft.StatementSplitter;
import org.dossier.instrumentation.Stage;
import org.dossier.llm.GenerationStream;
import org.dossier.llm.ModelFailure;
import org.dossier.llm.ModelMeter;
import org.dossier.llm.ModelMeter.StatementResult;

/// Reads one answer while an LLM generates it, and accepts the statements that are supported. For
/// use by one thread.
final class DraftVerifier {
  /// The reply that the prompt asks for if the evidence does not answer.
  private static final String NO_ANSWER = "no answer";

  private final NumberedEvidence evidence;
  private final Grounding grounding;
  private final VerifiedAnswerBuilder accepted;
  private final ModelMeter meter;
  private boolean cited;
  private boolean declined;

  DraftVerifier(
      NumberedEvidence evidence,
      Grounding grounding,
      VerifiedAnswerBuilder accepted,
      ModelMeter meter) {
    this.evidence = evidence;
    this.grounding = grounding;
    this.accepted = accepted;
    this.meter = meter;
  }

  /// The outcome of reading an answer.
  enum Outcome {
    /// At least one statement is supported.
    SUPPORTED,
    /// The LLM found no answer in the evidence.
    DECLINED,
    /// The LLM cited evidence, and none of its statements is supported.
    UNSUPPORTED
  }

  /// Reads to the end of the stream. Statements that were verified before a failure stay in the
  /// answer builder.
  ///
  /// @throws ModelFailure if the model failed, or what it wrote is no answer
  Outcome read(GenerationStream generationStream) throws ModelFailure {
    var statementSplitter = new StatementSplitter();
    try {
      for (var piece = generationStream.next();
          piece.isPresent();
          piece = generationStream.next()) {
        verify(statementSplitter.read(piece.get()), generationStream);
      }
      verify(statementSplitter.end(true), generationStream);
    } catch (ModelFailure failure) {
      verify(statementSplitter.end(false), generationStream);
      throw failure;
    }
    return outcome();
  }

  private Outcome outcome() throws ModelFailure {
    if (!accepted.isEmpty()) {
      return Outcome.SUPPORTED;
    }
    if (declined) {
      return Outcome.DECLINED;
    }
    if (cited) {
      return Outcome.UNSUPPORTED;
    }
    throw new ModelFailure(ModelFailure.Reason.UNUSABLE_OUTPUT, "no statement cites the evidence");
  }

  private void verify(List<DraftStatement> draftStatements, GenerationStream generationStream) {
    for (var draftStatement : draftStatements) {
      if (isNoAnswer(draftStatement)) {
        declined = true;
      } else if (!accepted.contains(draftStatement.text())) {
        verify(draftStatement, generationStream);
      }
    }
  }

  private void verify(DraftStatement draftStatement, GenerationStream generationStream) {
    cited |=
        draftStatement.markers().stream().anyMatch(number -> evidence.line(number).isPresent());
    switch (Stage.VERIFY.run(() -> grounding.ground(draftStatement))) {
      case Grounding.Unsupported(var rule) -> {
        meter.statement(StatementResult.DROPPED);
        meter.recordDropped(rule.label());
      }
      case Grounding.Supported(var lines, boolean asWritten) -> {
        accepted.add(draftStatement.text(), lines);
        generationStream.onStatementVerified();
        meter.statement(asWritten ? StatementResult.KEPT : StatementResult.REATTRIBUTED);
      }
    }
  }

  private static boolean isNoAnswer(DraftStatement draftStatement) {
    var words = draftStatement.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").strip();
    return words.equals(NO_ANSWER);
  }
}
