package org.dossier.slack.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dossier.slack.api.RateLimitedException;
import org.dossier.slack.api.SlackApiException;
import org.dossier.slack.api.SlackClient;
import org.dossier.slack.api.UnknownOutcomeException;
import org.dossier.slack.message.Block;
import org.dossier.slack.message.MessageContent;
import org.dossier.slack.message.Mrkdwn;
import org.dossier.slack.queue.PendingReply;
import org.dossier.slack.queue.ReplyMessage;
import org.dossier.slack.queue.ReplyQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Publishes the reply to one message in Slack, message by message, each exactly once. Every post
/// is recorded before the call; if the outcome of a call is unknown, the thread is searched for the
/// message. Not thread-safe.
///
/// Throws a [SlackApiException] if Slack rejects a message, an [UnknownOutcomeException] if Slack
/// stays unreachable for too long, and a [ShutdownException] if the bot stops.
final class ReplyPublisher {
  private static final Logger LOG = Logger.getLogger(ReplyPublisher.class);

  /// Errors with which Slack rejects blocks, although they satisfy its documented rules.
  private static final Set<String> BLOCK_ERRORS =
      Set.of(
          "invalid_blocks",
          "invalid_blocks_format",
          "msg_blocks_too_long",
          "invalid_chunks",
          "msg_too_long");

  /// Errors for a message that can no longer be changed, mostly because a user deleted it.
  private static final Set<String> NOT_EDITABLE_ERRORS =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed");

  private final PendingReply pendingReply;
  private final ReplyQueue.ReplyProgress replyProgress;
  private final SlackClient slackClient;
  private final PostedMessageFinder postedMessageFinder;
  private final MessageArguments arguments;
  private final Map<Integer, ReplyMessage> replyMessages = new HashMap<>();
  private @Nullable String thread;

  ReplyPublisher(
      PendingReply pendingReply,
      ReplyQueue.ReplyProgress replyProgress,
      SlackClient slackClient,
      PostedMessageFinder postedMessageFinder) {
    this.pendingReply = pendingReply;
    this.replyProgress = replyProgress;
    this.slackClient = slackClient;
    this.postedMessageFinder = postedMessageFinder;
    this.arguments = new MessageArguments(pendingReply);
    this.thread = pendingReply.question().thread();
    pendingReply
        .messages()
        .forEach(replyMessage -> replyMessages.put(replyMessage.number(), replyMessage));
  }

  /// Marks all posted messages as incomplete, because the new reply may differ from what an earlier
  /// attempt posted. They will be replaced.
  void markAllIncomplete() {
    replyMessages.replaceAll((number, replyMessage) ->
        number == 0
            ? replyMessage
            : new ReplyMessage(number, replyMessage.postMode(), replyMessage.ts(), false));
  }

  /// The thread of the reply.
  String thread() {
    return Objects.requireNonNull(thread, "the reply has a thread");
  }

  /// Posts the message above the reply. If the reply has no thread yet, this message begins it.
  void postHeader(MessageContent messageContent) {
    post(0, messageContent);
    if (thread == null) {
      var ts = Objects.requireNonNull(replyMessage(0).ts(), "a complete message has a timestamp");
      replyProgress.recordThread(ts);
      thread = ts;
    }
  }

  /// Posts a complete message, or replaces the message that an earlier attempt posted.
  void post(int number, MessageContent messageContent) {
    var replyMessage = replyMessages.get(number);
    if (replyMessage != null && replyMessage.complete()) {
      return;
    }
    var ts =
        replyMessage == null
            ? null
            : replyMessage.ts() != null ? replyMessage.ts() : findPosted(replyMessage);
    if (replyMessage == null || ts == null) {
      postNew(number, messageContent);
    } else {
      replace(new ReplyMessage(number, replyMessage.postMode(), ts, false), messageContent);
    }
  }

  private @Nullable String findPosted(ReplyMessage replyMessage) {
    return postedMessageFinder.find(pendingReply, thread, replyMessage).orElse(null);
  }

  private void postNew(int number, MessageContent messageContent) {
    saveNow(new ReplyMessage(number, ReplyMessage.PostMode.POST, null, false));
    var backoff = slackClient.backoff();
    while (true) {
      try {
        saveLater(
            new ReplyMessage(
                number,
                ReplyMessage.PostMode.POST,
                postForTimestamp(number, messageContent),
                true));
        return;
      } catch (UnknownOutcomeException e) {
        LOG.warnf("%s; retrying", e.getMessage());
        backoff.pause(e);
        var ts = e.mayHaveSucceeded() ? findPosted(replyMessage(number)) : null;
        if (ts != null) {
          saveLater(new ReplyMessage(number, ReplyMessage.PostMode.POST, ts, true));
          return;
        }
      }
    }
  }

  private String postForTimestamp(int number, MessageContent messageContent) {
    try {
      return ts(
          slackClient.callWithRateLimit(
              team(),
              "chat.postMessage",
              arguments.post(number, thread, messageContent, messageContent.blocks())));
    } catch (SlackApiException e) {
      if (!BLOCK_ERRORS.contains(e.error())) {
        throw e;
      }
      LOG.errorf("%s; posting without blocks", e.getMessage());
      var plain =
          arguments
              .post(number, thread, messageContent, List.of())
              .put("text", Mrkdwn.escape(messageContent.text()));
      return ts(slackClient.callWithRateLimit(team(), "chat.postMessage", plain));
    }
  }

  /// Starts a message to which more will be appended.
  ///
  /// @return false if a rate limit applies
  boolean start(int number, ReplyMessage.PostMode postMode, MessageContent messageContent) {
    saveNow(new ReplyMessage(number, postMode, null, false));
    try {
      var ts =
          switch (postMode) {
            case POST ->
                ts(
                    slackClient.tryOnce(
                        team(),
                        "chat.postMessage",
                        arguments.post(number, thread, messageContent, messageContent.blocks())));
            case STREAM ->
                ts(
                    slackClient.tryOnce(
                        team(),
                        "chat.startStream",
                        arguments.startStream(thread(), messageContent.blocks())));
          };
      saveNow(new ReplyMessage(number, postMode, ts, false));
      return true;
    } catch (RateLimitedException e) {
      replyMessages.remove(number);
      return false;
    }
  }

  /// Appends to a message that was started.
  ///
  /// @param messageContent the whole content, including `added`
  /// @param added the new blocks
  /// @throws RateLimitedException if a rate limit applies
  void append(int number, MessageContent messageContent, List<Block> added) {
    var replyMessage = replyMessage(number);
    switch (replyMessage.postMode()) {
      case POST ->
          slackClient.tryOnce(
              team(), "chat.update", arguments.update(replyMessage, messageContent));
      case STREAM ->
          slackClient.tryOnce(
              team(), "chat.appendStream", arguments.appendStream(replyMessage, added));
    }
  }

  /// Appends the last blocks to a message that was started.
  ///
  /// @param intact true if all earlier blocks were appended successfully
  void finish(int number, MessageContent messageContent, List<Block> added, boolean intact) {
    var replyMessage = replyMessage(number);
    if (replyMessage.ts() == null) {
      post(number, messageContent);
    } else if (replyMessage.postMode() == ReplyMessage.PostMode.POST
        || !intact
        || !stopStream(replyMessage, added)) {
      replace(replyMessage, messageContent);
    } else {
      saveLater(new ReplyMessage(number, replyMessage.postMode(), replyMessage.ts(), true));
    }
  }

  /// Ends a stream with its last blocks. Returns false if that failed or its outcome is unknown.
  private boolean stopStream(ReplyMessage replyMessage, List<Block> added) {
    try {
      slackClient.callWithRateLimit(
          team(), "chat.stopStream", arguments.stopStream(replyMessage, added));
      return true;
    } catch (SlackApiException | UnknownOutcomeException e) {
      LOG.infof("%s; editing the message instead", e.getMessage());
      return false;
    }
  }

  /// Replaces the content of a posted message.
  private void replace(ReplyMessage replyMessage, MessageContent messageContent) {
    if (replyMessage.postMode() == ReplyMessage.PostMode.STREAM) {
      stopStream(replyMessage, List.of());
    }
    ignoringMissing(() ->
        slackClient.callWithRetry(
            team(), "chat.update", arguments.update(replyMessage, messageContent)));
    saveLater(
        new ReplyMessage(replyMessage.number(), replyMessage.postMode(), replyMessage.ts(), true));
  }

  /// Updates a complete message, if Slack accepts the update.
  void tryUpdate(int number, MessageContent messageContent) {
    try {
      slackClient.tryOnce(
          team(), "chat.update", arguments.update(replyMessage(number), messageContent));
    } catch (SlackApiException | RateLimitedException | UnknownOutcomeException e) {
      LOG.info(e.getMessage());
    }
  }

  /// Deletes the messages after the last one, which an earlier attempt posted.
  void deleteAfter(int last) {
    for (var replyMessage : List.copyOf(replyMessages.values())) {
      if (replyMessage.number() > last) {
        delete(replyMessage);
      }
    }
  }

  private void delete(ReplyMessage replyMessage) {
    var ts = replyMessage.ts() != null ? replyMessage.ts() : findPosted(replyMessage);
    if (ts != null) {
      var posted = new ReplyMessage(replyMessage.number(), replyMessage.postMode(), ts, false);
      stopStream(posted, List.of());
      ignoringMissing(
          () -> slackClient.callWithRetry(team(), "chat.delete", arguments.target(posted)));
    }
  }

  private static void ignoringMissing(Runnable change) {
    try {
      change.run();
    } catch (SlackApiException e) {
      if (!NOT_EDITABLE_ERRORS.contains(e.error())) {
        throw e;
      }
      LOG.infof("%s; leaving the message unchanged", e.getMessage());
    }
  }

  private ReplyMessage replyMessage(int number) {
    return Objects.requireNonNull(replyMessages.get(number), "part " + number);
  }

  private void saveNow(ReplyMessage replyMessage) {
    replyProgress.saveNow(replyMessage);
    replyMessages.put(replyMessage.number(), replyMessage);
  }

  private void saveLater(ReplyMessage replyMessage) {
    replyProgress.saveLater(replyMessage);
    replyMessages.put(replyMessage.number(), replyMessage);
  }

  private String team() {
    return pendingReply.question().team();
  }

  private static String ts(JsonNode answer) {
    return answer.path("ts").asText();
  }
}
