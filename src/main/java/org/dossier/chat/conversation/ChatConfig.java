package org.dossier.chat.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Limits of conversations, suggested questions, and the weight of earlier turns.
@ConfigMapping(prefix = "dossier.chat")
public interface ChatConfig {
  /// The maximum length of a message, in characters.
  @WithDefault("2000")
  int maxMessageLength();

  /// The maximum number of turns of a conversation.
  @WithDefault("200")
  int maxTurns();

  /// The maximum number of stored conversations; beyond it, the least recently used one is deleted.
  @WithDefault("10000")
  int maxConversations();

  /// How long a conversation is retained after its last turn.
  @WithDefault("30d")
  Duration retention();

  /// Questions suggested at the start of a conversation.
  Examples examples();

  /// Generated and validated when a client first requests them.
  interface Examples {
    /// Questions to start with, separated by commas (a comma within a question is written `\,`);
    /// without any, some are generated from the newest articles.
    Optional<List<String>> questions();

    /// The maximum number of generated questions; 0 for none.
    @WithDefault("3")
    int maxQuestions();

    /// The maximum number of candidates that are validated.
    @WithDefault("24")
    int maxCandidates();

    /// The time limit of the validation; the questions found by then are returned.
    @WithDefault("8s")
    Duration timeout();
  }

  /// Questions suggested after an answer.
  FollowUps followUps();

  /// Generated and validated when a client requests them.
  interface FollowUps {
    /// The maximum number of follow-up questions suggested; 0 for none.
    @WithDefault("3")
    int maxQuestions();

    /// The maximum number of candidates that are validated.
    @WithDefault("24")
    int maxCandidates();

    /// The time limit of the validation; the questions found by then are returned.
    @WithDefault("4s")
    Duration timeout();

    /// The confidence, 0 to 1, that the answer to a suggested question must reach.
    @WithDefault("0.5")
    double minConfidence();

    /// The maximum distance, in sentences, between a cited sentence and one that a question is
    /// generated from.
    @WithDefault("12")
    int sentenceWindow();
  }

  /// The influence of earlier turns on the retrieval for a follow-up question.
  Context context();

  /// Weights relative to the message's own terms and embedding, which weigh 1. Chosen on one half
  /// of the follow-up questions and measured on the other; see docs/explanation/conversations.md.
  interface Context {
    /// The number of earlier turns scanned for what a message refers to.
    @WithDefault("6")
    int turnsScanned();

    /// The number of last questions that influence the retrieval; 0 for none.
    @WithDefault("2")
    int turnsUsed();

    /// The weight of the terms of the last question, relative to the message's own.
    @WithDefault("0.3")
    double lexicalWeight();

    /// The weight of the embedding of the last question.
    @WithDefault("0.4")
    double vectorWeight();

    /// The weight of the embedding of the last answer.
    @WithDefault("0.5")
    double answerWeight();

    /// The points that the articles of the last answer add to the fused score of their passages,
    /// which is about 1 for the best passages.
    @WithDefault("0.1")
    double articleWeight();

    /// The factor from each question to the one before it.
    @WithDefault("0.5")
    double decay();

    /// The factor for all of these weights if the message seems self-contained.
    @WithDefault("0.3")
    double standaloneFactor();
  }
}
