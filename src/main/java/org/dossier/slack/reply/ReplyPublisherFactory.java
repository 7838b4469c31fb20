package org.dossier.slack.reply;

import java.time.Clock;
import org.dossier.slack.api.BotIdentities;
import org.dossier.slack.api.ShutdownSignal;
import org.dossier.slack.api.SlackClient;
import org.dossier.slack.api.SlackConfig;
import org.dossier.slack.message.ReplyBlocks;
import org.dossier.slack.queue.PendingReply;
import org.dossier.slack.queue.ReplyQueue;

/// Creates the publishers of replies. Thread-safe.
public final class ReplyPublisherFactory {
  private final SlackClient slackClient;
  private final PostedMessageFinder postedMessageFinder;
  private final ReplyBlocks replyBlocks;
  private final SlackConfig config;
  private final Clock clock;
  private final ShutdownSignal shutdownSignal;

  public ReplyPublisherFactory(
      ReplyQueue replyQueue,
      SlackClient slackClient,
      BotIdentities botIdentities,
      ReplyBlocks replyBlocks,
      SlackConfig config,
      Clock clock,
      ShutdownSignal shutdownSignal) {
    this.slackClient = slackClient;
    this.postedMessageFinder = new PostedMessageFinder(slackClient, botIdentities, replyQueue);
    this.replyBlocks = replyBlocks;
    this.config = config;
    this.clock = clock;
    this.shutdownSignal = shutdownSignal;
  }

  /// A publisher for the reply to one message.
  ReplyPublisher create(PendingReply pendingReply, ReplyQueue.ReplyProgress replyProgress) {
    return new ReplyPublisher(pendingReply, replyProgress, slackClient, postedMessageFinder);
  }

  /// A streaming reply that publishes an answer while it is generated.
  StreamingReply createStreaming(PendingReply pendingReply, ReplyPublisher replyPublisher) {
    var updateThrottle =
        new UpdateThrottle(pendingReply.question().team(), config, slackClient.rateLimits(), clock);
    return new StreamingReply(
        replyPublisher,
        replyBlocks,
        updateThrottle,
        shutdownSignal,
        !pendingReply.messages().isEmpty());
  }
}
