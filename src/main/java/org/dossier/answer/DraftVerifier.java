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

  private final NumberedEvidence sheet;
  private final Grounding grounding;
  private final VerifiedAnswerBuilder standing;
  private final ModelMeter meter;
  private boolean pointed;
  private boolean declined;

  DraftVerifier(
      NumberedEvidence sheet,
      Grounding grounding,
      VerifiedAnswerBuilder standing,
      ModelMeter meter) {
    this.sheet = sheet;
    this.grounding = grounding;
    this.standing = standing;
    this.meter = meter;
  }

  /// The outcome of reading an answer.
  enum Ending {
    /// At least one statement is supported.
    STANDS,
    /// The LLM found no answer in the evidence.
    DECLINED,
    /// The LLM cited evidence, and none of its statements is supported.
    UNSUPPORTED
  }

  /// Reads to the end. Statements accepted so far remain accepted if the LLM fails later.
  ///
  /// @throws ModelFailure if no statement is supported and the LLM failed or wrote something that
  ///   is not an answer
  Ending read(GenerationStream generationStream) throws ModelFailure {
    var statementSplitter = new StatementSplitter();
    try {
      for (var piece = generationStream.next();
          piece.isPresent();
          piece = generationStream.next()) {
        judge(statementSplitter.read(piece.get()), generationStream);
      }
      judge(statementSplitter.end(true), generationStream);
    } catch (ModelFailure failure) {
      judge(statementSplitter.end(false), generationStream);
      if (standing.isEmpty()) {
        throw failure;
      }
    }
    return ending();
  }

  private Ending ending() throws ModelFailure {
    if (!standing.isEmpty()) {
      return Ending.STANDS;
    }
    if (declined) {
      return Ending.DECLINED;
    }
    if (pointed) {
      return Ending.UNSUPPORTED;
    }
    throw new ModelFailure(
        ModelFailure.Reason.NONSENSE, "nothing that it wrote points at the evidence");
  }

  private void judge(List<DraftStatement> draftStatements, GenerationStream generationStream) {
    for (var draftStatement : draftStatements) {
      if (isNoAnswer(draftStatement)) {
        declined = true;
      } else if (!standing.has(draftStatement.text())) {
        judge(draftStatement, generationStream);
      }
    }
  }

  private void judge(DraftStatement draftStatement, GenerationStream generationStream) {
    pointed |= draftStatement.markers().stream().anyMatch(number -> sheet.line(number).isPresent());
    switch (Stage.CHECKING.run(() -> grounding.ground(draftStatement))) {
      case Grounding.Unsupported(var rule) -> {
        meter.statement(StatementResult.DROPPED);
        meter.recordDropped(rule.label());
      }
      case Grounding.Supported(var lines, boolean asWritten) -> {
        standing.add(draftStatement.text(), lines);
        generationStream.statementStands();
        meter.statement(asWritten ? StatementResult.KEPT : StatementResult.RECITED);
      }
    }
  }

  private static boolean isNoAnswer(DraftStatement draftStatement) {
    var words = draftStatement.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").strip();
    return words.equals(NO_ANSWER);
  }
}
