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
  private final ReplyBlocks encode;
  private final UpdateThrottle updateThrottle;
  private final ShutdownSignal shutdownSignal;

  private final Map<Integer, Citation> citations = new HashMap<>();
  private final List<Block> streamedBlocks = new ArrayList<>();

  /// The index of the current message, from 0, and the number of its blocks that were published.
  private int page;

  private int shown;
  private boolean intact = true;
  private boolean quiet;

  /// @param quiet true to publish only the complete answer: if an earlier attempt published a part,
  ///   it is not streamed again
  StreamingReply(
      ReplyPublisher replyPublisher,
      ReplyBlocks encode,
      UpdateThrottle updateThrottle,
      ShutdownSignal shutdownSignal,
      boolean quiet) {
    this.replyPublisher = replyPublisher;
    this.encode = encode;
    this.updateThrottle = updateThrottle;
    this.shutdownSignal = shutdownSignal;
    this.quiet = quiet;
  }

  /// @throws ShutdownException if the bot stops
  @Override
  public void statement(Statement statement, List<Citation> added) {
    shutdownSignal.check();
    added.forEach(citation -> citations.put(citation.number(), citation));
    streamedBlocks.addAll(encode.statement(statement, citations));
    showIfDue();
  }

  /// @throws ShutdownException if the bot stops
  @Override
  public void waiting() {
    shutdownSignal.check();
    showIfDue();
  }

  private void showIfDue() {
    if (!quiet && !streamedBlocks.isEmpty() && updateThrottle.isDue()) {
      show();
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
    for (; page < messageContents.size(); page++) {
      showWhole(messageContents.get(page));
    }
    replyPublisher.endAt(messageContents.size());
  }

  private void showWhole(MessageContent whole) {
    if (shown == 0) {
      replyPublisher.post(page + 1, whole);
    } else {
      replyPublisher.finish(page + 1, whole, rest(whole), intact);
    }
    shown = 0;
    intact = true;
  }

  private List<Block> rest(MessageContent whole) {
    return whole.blocks().subList(shown, whole.blocks().size());
  }

  /// Publishes the statements received so far. If Slack rejects an update, the answer is published
  /// once it is complete.
  private void show() {
    try {
      var messageContents = MessageContent.of(streamedBlocks);
      for (; page < messageContents.size() - 1; page++) {
        showWhole(messageContents.get(page));
      }
      showSoFar(messageContents.getLast());
      updateThrottle.onUpdate();
    } catch (RateLimitedException e) {
      LOG.debug(e.getMessage());
    } catch (SlackApiException | UnknownOutcomeException e) {
      LOG.infof("%s; the answer is posted once it is complete", e.getMessage());
      intact = false;
      quiet = true;
    }
  }

  private void showSoFar(MessageContent soFar) {
    if (shown == 0) {
      begin(soFar);
    } else if (shown < soFar.blocks().size()) {
      replyPublisher.add(page + 1, soFar, rest(soFar));
      shown = soFar.blocks().size();
    }
  }

  private void begin(MessageContent soFar) {
    boolean begins;
    var postMode = updateThrottle.manner();
    try {
      begins = replyPublisher.begin(page + 1, postMode, soFar);
    } catch (SlackApiException e) {
      if (postMode != ReplyMessage.PostMode.STREAM) {
        throw e;
      }
      LOG.infof("%s; showing the answer by edits instead", e.getMessage());
      updateThrottle.onStreamRejected(e);
      begins = replyPublisher.begin(page + 1, ReplyMessage.PostMode.POST, soFar);
    }
    if (begins) {
      shown = soFar.blocks().size();
    }
  }
}
