package org.dossier.slack.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Related;
import org.dossier.chat.conversation.InvalidMessageException;
import org.dossier.chat.conversation.Reply;
import org.dossier.observability.QuestionInstrumentation;
import org.dossier.slack.api.ShutdownException;
import org.dossier.slack.api.ShutdownSignal;
import org.dossier.slack.api.SlackApiException;
import org.dossier.slack.api.SlackMeters;
import org.dossier.slack.api.UnknownOutcomeException;
import org.dossier.slack.message.Block;
import org.dossier.slack.message.BotTexts;
import org.dossier.slack.message.MessageContent;
import org.dossier.slack.message.ReplyBlocks;
import org.dossier.slack.message.TextRun;
import org.dossier.slack.queue.OrderedWorkerPool;
import org.dossier.slack.queue.PendingReply;
import org.dossier.slack.queue.ReplyQueue;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// Replies to messages: asks, publishes the answer, and records each step, so that a later attempt
/// can continue. Thread-safe for messages of different threads.
public final class ReplyHandler {
  private static final Logger LOG = Logger.getLogger(ReplyHandler.class);

  /// The number of attempts after which a message is answered with an apology.
  private static final int MAX_ATTEMPTS = 5;

  private static final Set<String> CANNOT_POST_ERRORS =
      Set.of("not_in_channel", "channel_not_found", "restricted_action", "is_archived");

  private final ReplyQueue replyQueue;
  private final QuestionPort questionPort;
  private final ReplyPublisherFactory replyPublisherFactory;
  private final ReplyBlocks replyBlocks;
  private final AssistantFeatures assistantFeatures;
  private final SlackMeters meters;
  private final ShutdownSignal shutdownSignal;

  public ReplyHandler(
      ReplyQueue replyQueue,
      QuestionPort questionPort,
      ReplyPublisherFactory replyPublisherFactory,
      ReplyBlocks replyBlocks,
      AssistantFeatures assistantFeatures,
      SlackMeters meters,
      ShutdownSignal shutdownSignal) {
    this.replyQueue = replyQueue;
    this.questionPort = questionPort;
    this.replyPublisherFactory = replyPublisherFactory;
    this.replyBlocks = replyBlocks;
    this.assistantFeatures = assistantFeatures;
    this.meters = meters;
    this.shutdownSignal = shutdownSignal;
  }

  /// Replies to a message, if it has no reply yet.
  ///
  /// @param hasSpareThread returns true if optional work may be done; called after the reply is
  ///   complete
  public void reply(OrderedWorkerPool.Task task, BooleanSupplier hasSpareThread) {
    replyQueue.purgeExpired();
    var pendingReply = task.resumed() ? replyQueue.resume(task.id()) : replyQueue.find(task.id());
    pendingReply.ifPresent(found -> {
      MDC.put(QuestionInstrumentation.REQUEST, "slack-" + found.id());
      try {
        reply(found, hasSpareThread);
      } finally {
        MDC.remove(QuestionInstrumentation.REQUEST);
      }
    });
  }

  private void reply(PendingReply pendingReply, BooleanSupplier hasSpareThread) {
    var replyProgress = replyQueue.progress(pendingReply);
    var replyPublisher = replyPublisherFactory.create(pendingReply, replyProgress);
    try {
      postQuestion(pendingReply, replyPublisher);
      var publishedReply = publish(pendingReply, replyPublisher, replyProgress);
      replyProgress.recordReplied();
      meters.countReply(publishedReply.content().outcome());
      if (hasSpareThread.getAsBoolean()) {
        addSuggestions(publishedReply, replyPublisher);
      }
    } catch (ShutdownException e) {
      LOG.debugf("Slack message %d will be resumed at the next start", pendingReply.id());
    } catch (SlackApiException | UnknownOutcomeException e) {
      replyProgress.recordFailed();
      reportFailure(pendingReply, e);
    }
  }

  /// Posts the question above the reply to a command or button press, which other users do not see.
  private static void postQuestion(PendingReply pendingReply, ReplyPublisher replyPublisher) {
    var questionAsked = pendingReply.question();
    switch (questionAsked.kind()) {
      case COMMAND, SUGGESTION ->
          replyPublisher.postHeader(
              MessageContent.of(Block.questionBlocks(questionAsked.sender(), questionAsked.text()))
                  .getFirst());
      case MENTION, DIRECT, FOLLOW_UP -> {}
    }
  }

  /// The content of a reply, before it is published.
  ///
  /// @param turn the stored turn after which follow-up questions are suggested; empty for none
  private record ReplyContent(
      List<Block> blocks, String outcome, Optional<PendingReply.TurnId> turn) {
    static ReplyContent of(List<Block> blocks, String outcome) {
      return new ReplyContent(blocks, outcome, Optional.empty());
    }
  }

  /// A published reply.
  ///
  /// @param number the number of its last message
  private record PublishedReply(ReplyContent content, int number, MessageContent last) {}

  private PublishedReply publish(
      PendingReply pendingReply,
      ReplyPublisher replyPublisher,
      ReplyQueue.ReplyProgress replyProgress) {
    var streamingReply = replyPublisherFactory.createStreaming(pendingReply, replyPublisher);
    var replyContent =
        createContent(
            pendingReply,
            streamingReply,
            () -> askAndStore(pendingReply, replyPublisher, replyProgress, streamingReply));
    var messageContents = MessageContent.of(replyContent.blocks());
    streamingReply.finish(messageContents);
    return new PublishedReply(replyContent, messageContents.size(), messageContents.getLast());
  }

  private ReplyContent createContent(
      PendingReply pendingReply, StreamingReply streamingReply, Supplier<Reply> ask) {
    var text = pendingReply.question().text();
    if (text.isEmpty()) {
      return ReplyContent.of(paragraph(BotTexts.HELP), "help");
    }
    if (pendingReply.attempts() > MAX_ATTEMPTS) {
      return ReplyContent.of(paragraph(BotTexts.FAILURE), "failed");
    }
    try {
      var reply = findReply(pendingReply).orElseGet(ask);
      return new ReplyContent(
          replyBlocks.reply(reply, text, pendingReply.id()),
          outcome(reply),
          hasQuestions(reply)
              ? Optional.empty()
              : Optional.of(new PendingReply.TurnId(reply.conversation(), reply.turn())));
    } catch (InvalidMessageException e) {
      return ReplyContent.of(paragraph(BotTexts.invalidQuestion(e)), "rejected");
    } catch (ShutdownException | SlackApiException | UnknownOutcomeException e) {
      throw e;
    } catch (RuntimeException e) {
      return ReplyContent.of(failureBlocks(pendingReply, streamingReply, e), "failed");
    }
  }

  private List<Block> failureBlocks(
      PendingReply pendingReply, StreamingReply streamingReply, RuntimeException fault) {
    // During shutdown, closed resources are the cause.
    shutdownSignal.check();
    LOG.errorf(fault, "Slack message %d cannot be answered", pendingReply.id());
    var blocks = new ArrayList<>(streamingReply.streamedBlocks());
    blocks.addAll(paragraph(blocks.isEmpty() ? BotTexts.FAILURE : BotTexts.INCOMPLETE));
    return blocks;
  }

  /// The reply that an earlier attempt obtained.
  private Optional<Reply> findReply(PendingReply pendingReply) {
    if (pendingReply.turn() != null) {
      return questionPort.findReply(pendingReply.turn());
    }
    if (pendingReply.attempts() == 0 || pendingReply.conversation() == null) {
      return Optional.empty();
    }
    return questionPort.findLastReply(
        pendingReply.conversation(), pendingReply.question().text(), pendingReply.received());
  }

  private Reply askAndStore(
      PendingReply pendingReply,
      ReplyPublisher replyPublisher,
      ReplyQueue.ReplyProgress replyProgress,
      StreamingReply streamingReply) {
    replyPublisher.markAllIncomplete();
    assistantFeatures.showStatus(pendingReply, replyPublisher.thread());
    var reply =
        questionPort.ask(
            pendingReply.conversation(), pendingReply.question().text(), streamingReply);
    replyProgress.recordAnswered(
        replyPublisher.thread(), new PendingReply.TurnId(reply.conversation(), reply.turn()));
    return reply;
  }

  private void addSuggestions(PublishedReply publishedReply, ReplyPublisher replyPublisher) {
    var turn = publishedReply.content().turn();
    var questions = turn.map(questionPort::followUps).orElse(List.of());
    var messageContents = publishedReply.last().with(replyBlocks.suggestions(questions));
    if (!questions.isEmpty() && messageContents.size() == 1) {
      replyPublisher.tryUpdate(publishedReply.number(), messageContents.getFirst());
    }
  }

  private void reportFailure(PendingReply pendingReply, RuntimeException fault) {
    LOG.errorf("Slack message %d gets no reply: %s", pendingReply.id(), fault.getMessage());
    meters.countReply("undelivered");
    var address = pendingReply.question().responseUrl();
    if (address != null
        && fault instanceof SlackApiException refused
        && CANNOT_POST_ERRORS.contains(refused.error())) {
      assistantFeatures.sendEphemeral(address, BotTexts.CANNOT_POST);
    }
  }

  private static List<Block> paragraph(String text) {
    return Block.paragraph(List.of(TextRun.plain(text)));
  }

  /// Returns true if the reply itself contains questions to ask.
  private static boolean hasQuestions(Reply reply) {
    return switch (reply.answer()) {
      case Clarification _, About _ -> true;
      case CitedAnswer _, Abstained _ -> false;
    };
  }

  private static String outcome(Reply reply) {
    return switch (reply.answer()) {
      case Answered _ -> "answered";
      case Related _ -> "related";
      case Clarification _ -> "clarify";
      case About _ -> "about";
      case Abstained _ -> "abstained";
    };
  }
}
