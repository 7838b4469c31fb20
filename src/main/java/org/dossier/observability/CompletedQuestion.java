package org.dossier.observability;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Answered;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Related;
import org.dossier.chat.conversation.InvalidMessageException;
import org.dossier.chat.conversation.KeyReusedException;
import org.dossier.chat.conversation.UnknownConversationException;
import org.jspecify.annotations.Nullable;

/// A completed question with its outcome.
///
/// @param answer `null` if it has none
/// @param took from its arrival to its end
record CompletedQuestion(Channel channel, Outcome outcome, @Nullable Answer answer, Duration took) {

  static CompletedQuestion of(Answer answer, Channel channel, Duration took) {
    var outcome =
        switch (answer) {
          case Answered _ -> Outcome.ANSWERED;
          case Related _ -> Outcome.RELATED;
          case Clarification _ -> Outcome.CLARIFY;
          case About _ -> Outcome.ABOUT;
          case Abstained _ -> Outcome.ABSTAINED;
        };
    return new CompletedQuestion(channel, outcome, answer, took);
  }

  static CompletedQuestion ofFailure(Throwable fault, Channel channel, Duration took) {
    return new CompletedQuestion(channel, outcome(fault), null, took);
  }

  private static Outcome outcome(Throwable fault) {
    return switch (fault) {
      case HasOutcome known -> known.outcome();
      case InvalidMessageException _, KeyReusedException _, UnknownConversationException _ ->
          Outcome.REJECTED;
      default -> Outcome.FAILED;
    };
  }

  /// The facts for logs and traces, by name, in reading order; no text of questions or answers.
  Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("outcome", TagValues.of(outcome));
    facts.put("channel", TagValues.of(channel));
    facts.put("ms", String.valueOf(took.toMillis()));
    switch (answer) {
      case CitedAnswer cited -> {
        facts.put("generator", TagValues.of(AnswerGenerator.of(cited.origin())));
        facts.put("kind", TagValues.of(cited.kind()));
        facts.put("statements", String.valueOf(cited.statements().size()));
        facts.put("citations", String.valueOf(cited.citations().size()));
        facts.put("generation", String.valueOf(cited.generation()));
      }
      case Abstained abstained -> {
        facts.put("reason", TagValues.of(abstained.reason()));
        facts.put("kind", TagValues.of(abstained.kind()));
        facts.put("generation", String.valueOf(abstained.generation()));
      }
      case Clarification clarification -> facts.put("kind", TagValues.of(clarification.kind()));
      case About about -> facts.put("kind", TagValues.of(about.kind()));
      case null -> {}
    }
    return facts;
  }

  /// The generator of an answer.
  enum AnswerGenerator {
    EXTRACTIVE,
    MODEL,
    /// The articles' own sentences, because an LLM should have generated the answer and failed.
    FALLBACK;

    static AnswerGenerator of(AnswerOrigin by) {
      return switch (by.kind()) {
        case EXTRACTIVE -> by.fallback() ? FALLBACK : EXTRACTIVE;
        case MODEL -> MODEL;
      };
    }
  }
}
