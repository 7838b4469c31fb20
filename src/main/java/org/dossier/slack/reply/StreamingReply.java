package org.dossier.slack.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.slack.api.RateLimitedException;
import org.dossier.slack.api.ShutdownSignal;
import org.dossier.slack.api.SlackApiException;
import org.dossier.slack.api.UnknownOutcomeException;
import org.dossier.slack.message.Block;
import org.dossier.slack.message.MessageContent;
import org.dossier.slack.message.ReplyBlocks;
import org.dossier.slack.queue.ReplyMessage;
import org.jboss.logging.Logger;

/// Publishes an answer in Slack: incrementally while it is generated, if that takes long, and
/// completely at the end. Not thread-safe.
final class StreamingReply implements AnswerListener {
  private static final Logger LOG = Logger.getLogger(StreamingReply.class);

  private final ReplyPublisher replyPublisher;
  private final ReplyBlocks replyBlocks;
  private final UpdateThrottle updateThrottle;
  private final ShutdownSignal shutdownSignal;

  private final Map<Integer, Citation> citations = new HashMap<>();
  private final List<Block> streamedBlocks = new ArrayList<>();

  /// The index of the current message, from 0, and the number of its blocks that were published.
  private int current;

  private int publishedBlocks;
  private boolean intact = true;
  private boolean onlyComplete;

  /// @param onlyComplete true to publish only the complete answer: if an earlier attempt published
  ///   a part, it is not streamed again
  StreamingReply(
      ReplyPublisher replyPublisher,
      ReplyBlocks replyBlocks,
      UpdateThrottle updateThrottle,
      ShutdownSignal shutdownSignal,
      boolean onlyComplete) {
    this.replyPublisher = replyPublisher;
    this.replyBlocks = replyBlocks;
    this.updateThrottle = updateThrottle;
    this.shutdownSignal = shutdownSignal;
    this.onlyComplete = onlyComplete;
  }

  @Override
  public void related() {
    streamedBlocks.addAll(replyBlocks.introduction());
  }

  /// @throws ShutdownException if the bot stops
  @Override
  public void statement(Statement statement, List<Citation> added) {
    shutdownSignal.check();
    added.forEach(citation -> citations.put(citation.number(), citation));
    streamedBlocks.addAll(replyBlocks.statement(statement, citations));
    publishIfDue();
  }

  /// @throws ShutdownException if the bot stops
  @Override
  public void waiting() {
    shutdownSignal.check();
    publishIfDue();
  }

  private void publishIfDue() {
    if (!onlyComplete && !streamedBlocks.isEmpty() && updateThrottle.isDue()) {
      publish();
    }
  }

  /// The blocks of the statements received so far.
  List<Block> streamedBlocks() {
    return List.copyOf(streamedBlocks);
  }

  /// Publishes the complete answer.
  ///
  /// @param messageContents the whole reply, including the statements received
  void finish(List<MessageContent> messageContents) {
    for (; current < messageContents.size(); current++) {
      publishComplete(messageContents.get(current));
    }
    replyPublisher.deleteAfter(messageContents.size());
  }

  private void publishComplete(MessageContent complete) {
    if (publishedBlocks == 0) {
      replyPublisher.post(current + 1, complete);
    } else {
      replyPublisher.finish(current + 1, complete, remaining(complete), intact);
    }
    publishedBlocks = 0;
    intact = true;
  }

  private List<Block> remaining(MessageContent complete) {
    return complete.blocks().subList(publishedBlocks, complete.blocks().size());
  }

  /// Publishes the statements received so far. If Slack rejects an update, the answer is published
  /// once it is complete.
  private void publish() {
    try {
      var messageContents = MessageContent.of(streamedBlocks);
      for (; current < messageContents.size() - 1; current++) {
        publishComplete(messageContents.get(current));
      }
      publishPartial(messageContents.getLast());
      updateThrottle.onUpdate();
    } catch (RateLimitedException e) {
      LOG.debug(e.getMessage());
    } catch (SlackApiException | UnknownOutcomeException e) {
      LOG.infof("%s; the answer is posted once it is complete", e.getMessage());
      intact = false;
      onlyComplete = true;
    }
  }

  private void publishPartial(MessageContent partial) {
    if (publishedBlocks == 0) {
      start(partial);
    } else if (publishedBlocks < partial.blocks().size()) {
      replyPublisher.append(current + 1, partial, remaining(partial));
      publishedBlocks = partial.blocks().size();
    }
  }

  private void start(MessageContent partial) {
    boolean started;
    var postMode = updateThrottle.postMode();
    try {
      started = replyPublisher.start(current + 1, postMode, partial);
    } catch (SlackApiException e) {
      if (postMode != ReplyMessage.PostMode.STREAM) {
        throw e;
      }
      LOG.infof("%s; showing the answer by edits instead", e.getMessage());
      updateThrottle.onStreamRejected(e);
      started = replyPublisher.start(current + 1, ReplyMessage.PostMode.POST, partial);
    }
    if (started) {
      publishedBlocks = partial.blocks().size();
    }
  }
}
