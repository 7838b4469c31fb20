package org.dossier.slack.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;
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
  private static final int MOST_ATTEMPTS = 5;

  private static final Set<String> NO_MEMBER =
      Set.of("not_in_channel", "channel_not_found", "restricted_action", "is_archived");

  private final ReplyQueue replyQueue;
  private final QuestionPort questionPort;
  private final ReplyPublisherFactory replyPublisherFactory;
  private final ReplyBlocks encode;
  private final AssistantFeatures assistantFeatures;
  private final SlackMeters meters;
  private final ShutdownSignal shutdownSignal;

  public ReplyHandler(
      ReplyQueue replyQueue,
      QuestionPort questionPort,
      ReplyPublisherFactory replyPublisherFactory,
      ReplyBlocks encode,
      AssistantFeatures assistantFeatures,
      SlackMeters meters,
      ShutdownSignal shutdownSignal) {
    this.replyQueue = replyQueue;
    this.questionPort = questionPort;
    this.replyPublisherFactory = replyPublisherFactory;
    this.encode = encode;
    this.assistantFeatures = assistantFeatures;
    this.meters = meters;
    this.shutdownSignal = shutdownSignal;
  }

  /// Replies to a message, if it has no reply yet.
  ///
  /// @param hasTime returns true if optional work may be done; called after the reply is complete
  public void reply(OrderedWorkerPool.Task task, BooleanSupplier hasTime) {
    replyQueue.purgeExpired();
    var pendingReply =
        task.again() ? replyQueue.takeUpAgain(task.id()) : replyQueue.find(task.id());
    pendingReply.ifPresent(found -> {
      MDC.put(QuestionInstrumentation.REQUEST, "slack-" + found.id());
      try {
        reply(found, hasTime);
      } finally {
        MDC.remove(QuestionInstrumentation.REQUEST);
      }
    });
  }

  private void reply(PendingReply pendingReply, BooleanSupplier hasTime) {
    var replyProgress = replyQueue.notes(pendingReply);
    var replyPublisher = replyPublisherFactory.create(pendingReply, replyProgress);
    try {
      head(pendingReply, replyPublisher);
      var shown = show(pendingReply, replyPublisher, replyProgress);
      replyProgress.recordReplied();
      meters.reply(shown.made().outcome());
      if (hasTime.getAsBoolean()) {
        suggest(shown, replyPublisher);
      }
    } catch (ShutdownException e) {
      LOG.debugf("Slack message %d will be resumed at the next start", pendingReply.id());
    } catch (SlackApiException | UnknownOutcomeException e) {
      replyProgress.recordFailed();
      fail(pendingReply, e);
    }
  }

  /// Posts the question above the reply to a command or button press, which other users do not see.
  private static void head(PendingReply pendingReply, ReplyPublisher replyPublisher) {
    var questionAsked = pendingReply.asked();
    switch (questionAsked.kind()) {
      case COMMAND, SUGGESTION ->
          replyPublisher.head(
              MessageContent.of(Block.questionBlocks(questionAsked.sender(), questionAsked.words()))
                  .getFirst());
      case MENTION, DIRECT, FOLLOW_UP -> {}
    }
  }

  /// The content of a reply, before it is published.
  ///
  /// @param turn the stored turn, if the question was answered
  private record Made(List<Block> blocks, String outcome, Optional<PendingReply.TurnId> turn) {
    static Made of(List<Block> blocks, String outcome) {
      return new Made(blocks, outcome, Optional.empty());
    }
  }

  /// A published reply.
  ///
  /// @param number the number of its last message
  private record Shown(Made made, int number, MessageContent last) {}

  private Shown show(
      PendingReply pendingReply,
      ReplyPublisher replyPublisher,
      ReplyQueue.ReplyProgress replyProgress) {
    var streamingReply = replyPublisherFactory.live(pendingReply, replyPublisher);
    var made =
        made(
            pendingReply,
            streamingReply,
            () -> askAndStore(pendingReply, replyPublisher, replyProgress, streamingReply));
    var messageContents = MessageContent.of(made.blocks());
    streamingReply.finish(messageContents);
    return new Shown(made, messageContents.size(), messageContents.getLast());
  }

  private Made made(
      PendingReply pendingReply, StreamingReply streamingReply, Supplier<Reply> asking) {
    var words = pendingReply.asked().words();
    if (words.isEmpty()) {
      return Made.of(said(BotTexts.HELP), "help");
    }
    if (pendingReply.attempts() > MOST_ATTEMPTS) {
      return Made.of(said(BotTexts.FAULT), "failed");
    }
    try {
      var reply = findReply(pendingReply).orElseGet(asking);
      return new Made(
          encode.whole(reply, words, pendingReply.id()),
          outcome(reply),
          Optional.of(new PendingReply.TurnId(reply.conversation(), reply.turn())));
    } catch (InvalidMessageException e) {
      return Made.of(said(BotTexts.refusal(e)), "refused");
    } catch (ShutdownException | SlackApiException | UnknownOutcomeException e) {
      throw e;
    } catch (RuntimeException e) {
      return Made.of(fault(pendingReply, streamingReply, e), "failed");
    }
  }

  private List<Block> fault(
      PendingReply pendingReply, StreamingReply streamingReply, RuntimeException fault) {
    // During shutdown, closed resources are the cause.
    shutdownSignal.check();
    LOG.errorf(fault, "Slack message %d cannot be answered", pendingReply.id());
    var blocks = new ArrayList<>(streamingReply.streamedBlocks());
    blocks.addAll(said(blocks.isEmpty() ? BotTexts.FAULT : BotTexts.BROKEN_OFF));
    return blocks;
  }

  /// The reply that an earlier attempt obtained.
  private Optional<Reply> findReply(PendingReply pendingReply) {
    if (pendingReply.answered() != null) {
      return questionPort.findReply(pendingReply.answered());
    }
    if (pendingReply.attempts() == 0 || pendingReply.goesOn() == null) {
      return Optional.empty();
    }
    return questionPort.last(
        pendingReply.goesOn(), pendingReply.asked().words(), pendingReply.claimed());
  }

  private Reply askAndStore(
      PendingReply pendingReply,
      ReplyPublisher replyPublisher,
      ReplyQueue.ReplyProgress replyProgress,
      StreamingReply streamingReply) {
    replyPublisher.sayAnew();
    assistantFeatures.status(pendingReply, replyPublisher.thread());
    var reply =
        questionPort.ask(pendingReply.goesOn(), pendingReply.asked().words(), streamingReply);
    replyProgress.recordAnswered(
        replyPublisher.thread(), new PendingReply.TurnId(reply.conversation(), reply.turn()));
    return reply;
  }

  private void suggest(Shown shown, ReplyPublisher replyPublisher) {
    var turn = shown.made().turn();
    var questions = turn.map(questionPort::suggestions).orElse(List.of());
    var messageContents = shown.last().with(encode.suggestions(questions));
    if (!questions.isEmpty() && messageContents.size() == 1) {
      replyPublisher.revise(shown.number(), messageContents.getFirst());
    }
  }

  private void fail(PendingReply pendingReply, RuntimeException fault) {
    LOG.errorf("Slack message %d gets no reply: %s", pendingReply.id(), fault.getMessage());
    meters.reply("undelivered");
    var address = pendingReply.asked().responseUrl();
    if (address != null
        && fault instanceof SlackApiException refused
        && NO_MEMBER.contains(refused.error())) {
      assistantFeatures.tell(address, BotTexts.NOT_HERE);
    }
  }

  private static List<Block> said(String words) {
    return Block.paragraph(List.of(TextRun.plain(words)));
  }

  private static String outcome(Reply reply) {
    return switch (reply.answer()) {
      case Answered _ -> "answered";
      case Abstained _ -> "abstained";
    };
  }
}
