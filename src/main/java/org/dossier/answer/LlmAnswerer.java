package org.dossier.answer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.LanguageModel;
import org.dossier.llm.ModelFailure;
import org.dossier.llm.ModelMeter;
import org.dossier.llm.Prompt;
import org.dossier.llm.PromptDelimiter;
import org.dossier.llm.PromptSections;
import org.dossier.llm.Prompts;
import org.dossier.question.AskedContent;
import org.dossier.question.QuestionKind;
import org.dossier.text.MessageLanguage;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;
import org.dossier.verification.StatementVerifier;

/// Generates an answer from the evidence by an LLM, and accepts the statements that the evidence
/// supports. Each statement is verified against the sentences it cites as soon as it is complete
/// and before anyone sees it. Thread-safe.
@Singleton
public final class LlmAnswerer {
  private final ConfiguredLlm configuredLlm;
  private final StatementVerifier statementVerifier;
  private final ModelMeter meter;

  public LlmAnswerer(
      ConfiguredLlm configuredLlm, StatementVerifier statementVerifier, ModelMeter meter) {
    this.configuredLlm = configuredLlm;
    this.statementVerifier = statementVerifier;
    this.meter = meter;
  }

  /// Answers the question from the evidence, if an LLM is configured and works.
  LlmOutcome write(Findings findings, AnswerListener listener) {
    var model = configuredLlm.chosen();
    if (model.isEmpty()) {
      return new LlmOutcome.Unavailable(AnswerOrigin.EXTRACTIVE);
    }
    var evidence = evidence(findings, model.get());
    if (evidence.lines().isEmpty()) {
      return new LlmOutcome.Unavailable(AnswerOrigin.EXTRACTIVE);
    }
    var prompt = prompt(model.get(), findings, evidence);
    var origin =
        AnswerOrigin.model(
            model.get().name(), prompt.version() + ", " + model.get().prompts().kinds().version());
    boolean lacksName = lacksName(findings);
    var metadata = findings.metadata().withOrigin(origin).withNotes(notes(findings, lacksName));
    var accepted =
        new VerifiedAnswerBuilder(listener, lacksName || lacksAskedContent(findings, evidence));
    var verifier =
        new DraftVerifier(evidence, new Grounding(statementVerifier, evidence), accepted, meter);
    try {
      return switch (model.get().generate(prompt, listener::waiting, verifier::read)) {
        case SUPPORTED -> new LlmOutcome.Answer(accepted.build(metadata));
        case DECLINED -> new LlmOutcome.Declined();
        case UNSUPPORTED -> new LlmOutcome.Unsupported();
      };
    } catch (ModelFailure failure) {
      // The client has already received the verified statements, so they are the answer.
      if (!accepted.isEmpty()) {
        return new LlmOutcome.Answer(accepted.build(metadata));
      }
      meter.fellBack(failure.reason());
      return new LlmOutcome.Unavailable(AnswerOrigin.FALLBACK);
    }
  }

  private static NumberedEvidence evidence(Findings findings, LanguageModel model) {
    var evidence =
        NumberedEvidence.of(
                findings.extraction().retrievalResult().evidence(), model.contextBudget())
            .without(findings.question().cited());
    return findings.metadata().kind() == QuestionKind.LATEST ? evidence.newestFirst() : evidence;
  }

  // No true statement about the evidence can answer the question if the evidence lacks a name of
  // the question, or the price, birthplace or company that it asks for. That is decided before the
  // LLM writes, because no statement is withdrawn after it was reported.

  /// True if the evidence mentions not all names of the question. In another language or script the
  /// same name may be written in another way, which only the LLM can know.
  private static boolean lacksName(Findings findings) {
    return !findings.mentions().complete() && MessageLanguage.isEnglish(findings.question().text());
  }

  private static boolean lacksAskedContent(Findings findings, NumberedEvidence evidence) {
    var question = findings.analysis().text();
    var asked = AskedContent.of(question);
    return evidence.lines().stream()
        .noneMatch(line -> !isEnglish(line) || asked.isIn(line.text(), question));
  }

  /// The notes on the statements of the LLM, which reads the languages that others search by key
  /// words.
  private static List<Note> notes(Findings findings, boolean lacksName) {
    var notes =
        findings.metadata().notes().stream()
            .filter(note -> note.type() != Note.Type.LANGUAGE)
            .collect(Collectors.toCollection(ArrayList::new));
    if (lacksName) {
      notes.add(Abstentions.note(findings.mentions().missing()));
    }
    return notes;
  }

  /// True for unknown languages, too.
  private static boolean isEnglish(NumberedEvidence.Line line) {
    var language = line.source().article().language();
    return language == null || language.toLowerCase(Locale.ROOT).startsWith("en");
  }

  private static Prompt prompt(LanguageModel model, Findings findings, NumberedEvidence evidence) {
    var questionText = NumberedEvidence.plain(findings.question().text());
    var parts = new HashMap<String, String>();
    parts.put("question", questionText);
    parts.put("asked", DateFinder.format(DateRange.day(findings.question().askedOn())));
    parts.put("kind", form(model.prompts().kinds(), findings));
    if (model.citesByItself()) {
      return model.prompts().answerCiting().fill(parts).with(evidence.citable());
    }
    parts.put("evidence", evidence.text());
    parts.put("fence", PromptDelimiter.around(evidence.text() + "\n" + questionText));
    return model.prompts().answer().fill(parts);
  }

  /// The form of an answer to this kind of question, and the period of the question. The kind of a
  /// question in another language is unknown.
  private static String form(PromptSections kinds, Findings findings) {
    var metadata = findings.metadata();
    boolean isKnown = MessageLanguage.isEnglish(findings.question().text());
    var form = kinds.fill(isKnown ? heading(metadata.kind()) : Prompts.ANY, Map.of());
    var period = metadata.period();
    return period == null
        ? form
        : form
            + " "
            + kinds.fill(Prompts.PERIOD, Map.of(Prompts.PERIOD, DateFinder.format(period)));
  }

  private static String heading(QuestionKind kind) {
    return switch (kind) {
      // Questions of these kinds do not reach an LLM.
      case ABOUT, COUNT -> Prompts.ANY;
      case FACT -> "fact";
      case YES_NO -> "yes-no";
      case TOPIC -> "topic";
      case SAID -> "said";
      case WHY -> "why";
      case HOW -> "how";
      case LIST -> "list";
      case COMPARE -> "compare";
      case TIMELINE -> "timeline";
      case LATEST -> "latest";
    };
  }
}
