package org.dossier.slack.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.dossier.slack.message.StreamChunks;
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
  private static final Set<String> ABOUT_BLOCKS =
      Set.of(
          "invalid_blocks",
          "invalid_blocks_format",
          "msg_blocks_too_long",
          "invalid_chunks",
          "msg_too_long");

  /// Errors for a message that can no longer be changed, mostly because a user deleted it.
  private static final Set<String> GONE =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed");

  private final PendingReply pendingReply;
  private final ReplyQueue.ReplyProgress replyProgress;
  private final SlackClient slackClient;
  private final PostedMessageFinder postedMessageFinder;
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
    this.thread = pendingReply.asked().thread();
    pendingReply
        .parts()
        .forEach(replyMessage -> replyMessages.put(replyMessage.number(), replyMessage));
  }

  /// Marks all posted messages as incomplete, because the new reply may differ from what an earlier
  /// attempt posted. They will be replaced.
  void sayAnew() {
    replyMessages.replaceAll((number, replyMessage) ->
        number == 0
            ? replyMessage
            : new ReplyMessage(number, replyMessage.manner(), replyMessage.ts(), false));
  }

  /// The thread of the reply.
  String thread() {
    return Objects.requireNonNull(thread, "the reply has a thread");
  }

  /// Posts the message above the reply. If the reply has no thread yet, this message begins it.
  void head(MessageContent messageContent) {
    post(0, messageContent);
    if (thread == null) {
      var ts = Objects.requireNonNull(part(0).ts(), "a complete message has a timestamp");
      replyProgress.began(ts);
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
      postAnew(number, messageContent);
    } else {
      replace(new ReplyMessage(number, replyMessage.manner(), ts, false), messageContent);
    }
  }

  private @Nullable String findPosted(ReplyMessage replyMessage) {
    return postedMessageFinder.find(pendingReply, thread, replyMessage).orElse(null);
  }

  private void postAnew(int number, MessageContent messageContent) {
    noteNow(new ReplyMessage(number, ReplyMessage.PostMode.POST, null, false));
    var backoff = slackClient.backoff();
    while (true) {
      try {
        noteSoon(
            new ReplyMessage(
                number,
                ReplyMessage.PostMode.POST,
                postForTimestamp(number, messageContent),
                true));
        return;
      } catch (UnknownOutcomeException e) {
        LOG.warnf("%s; retrying", e.getMessage());
        backoff.pause(e);
        var ts = e.mayBeDone() ? findPosted(part(number)) : null;
        if (ts != null) {
          noteSoon(new ReplyMessage(number, ReplyMessage.PostMode.POST, ts, true));
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
              message(number, messageContent, messageContent.blocks())));
    } catch (SlackApiException e) {
      if (!ABOUT_BLOCKS.contains(e.error())) {
        throw e;
      }
      LOG.errorf("%s; posting without blocks", e.getMessage());
      var plain =
          message(number, messageContent, List.of())
              .put("text", Mrkdwn.escape(messageContent.words()));
      return ts(slackClient.callWithRateLimit(team(), "chat.postMessage", plain));
    }
  }

  /// Starts a message to which more will be appended.
  ///
  /// @return false if a rate limit applies
  boolean begin(int number, ReplyMessage.PostMode postMode, MessageContent messageContent) {
    noteNow(new ReplyMessage(number, postMode, null, false));
    try {
      var ts =
          switch (postMode) {
            case POST ->
                ts(
                    slackClient.tryOnce(
                        team(),
                        "chat.postMessage",
                        message(number, messageContent, messageContent.blocks())));
            case STREAM ->
                ts(
                    slackClient.tryOnce(
                        team(), "chat.startStream", stream(messageContent.blocks())));
          };
      noteNow(new ReplyMessage(number, postMode, ts, false));
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
  void add(int number, MessageContent messageContent, List<Block> added) {
    var replyMessage = part(number);
    switch (replyMessage.manner()) {
      case POST -> slackClient.tryOnce(team(), "chat.update", update(replyMessage, messageContent));
      case STREAM ->
          slackClient.tryOnce(
              team(),
              "chat.appendStream",
              named(replyMessage).set("chunks", StreamChunks.blocks(added)));
    }
  }

  /// Appends the last blocks to a message that was started.
  ///
  /// @param intact true if all earlier blocks were appended successfully
  void finish(int number, MessageContent messageContent, List<Block> added, boolean intact) {
    var replyMessage = part(number);
    if (replyMessage.ts() == null) {
      post(number, messageContent);
    } else if (replyMessage.manner() == ReplyMessage.PostMode.POST
        || !intact
        || !stopped(replyMessage, added)) {
      replace(replyMessage, messageContent);
    } else {
      noteSoon(new ReplyMessage(number, replyMessage.manner(), replyMessage.ts(), true));
    }
  }

  /// Ends a stream with its last blocks. Returns false if that failed or its outcome is unknown.
  private boolean stopped(ReplyMessage replyMessage, List<Block> added) {
    var end = named(replyMessage);
    if (!added.isEmpty()) {
      end.set("blocks", Block.array(added));
    }
    end.set("metadata", metadata(replyMessage.number()));
    try {
      slackClient.callWithRateLimit(team(), "chat.stopStream", end);
      return true;
    } catch (SlackApiException | UnknownOutcomeException e) {
      LOG.infof("%s; editing the message instead", e.getMessage());
      return false;
    }
  }

  /// Replaces the content of a posted message.
  private void replace(ReplyMessage replyMessage, MessageContent messageContent) {
    if (replyMessage.manner() == ReplyMessage.PostMode.STREAM) {
      stopped(replyMessage, List.of());
    }
    ifStillThere(() ->
        slackClient.callWithRetry(team(), "chat.update", update(replyMessage, messageContent)));
    noteSoon(
        new ReplyMessage(replyMessage.number(), replyMessage.manner(), replyMessage.ts(), true));
  }

  /// Updates a complete message, if Slack accepts the update.
  void revise(int number, MessageContent messageContent) {
    try {
      slackClient.tryOnce(team(), "chat.update", update(part(number), messageContent));
    } catch (SlackApiException | RateLimitedException | UnknownOutcomeException e) {
      LOG.info(e.getMessage());
    }
  }

  /// Deletes the messages after the last one, which an earlier attempt posted.
  void endAt(int last) {
    for (var replyMessage : List.copyOf(replyMessages.values())) {
      if (replyMessage.number() > last) {
        takeBack(replyMessage);
      }
    }
  }

  private void takeBack(ReplyMessage replyMessage) {
    var ts = replyMessage.ts() != null ? replyMessage.ts() : findPosted(replyMessage);
    if (ts != null) {
      var there = new ReplyMessage(replyMessage.number(), replyMessage.manner(), ts, false);
      stopped(there, List.of());
      ifStillThere(() -> slackClient.callWithRetry(team(), "chat.delete", named(there)));
    }
  }

  private static void ifStillThere(Runnable change) {
    try {
      change.run();
    } catch (SlackApiException e) {
      if (!GONE.contains(e.error())) {
        throw e;
      }
      LOG.infof("%s; leaving the message unchanged", e.getMessage());
    }
  }

  private ObjectNode message(int number, MessageContent messageContent, List<Block> blocks) {
    var message = json().put("channel", pendingReply.asked().channel());
    if (thread != null) {
      message.put("thread_ts", thread);
    }
    message.put("text", messageContent.notice()).put("mrkdwn", false);
    message.put("unfurl_links", false).put("unfurl_media", false);
    if (!blocks.isEmpty()) {
      message.set("blocks", Block.array(blocks));
    }
    message.set("metadata", metadata(number));
    return message;
  }

  private ObjectNode metadata(int number) {
    var metadata = json().put("event_type", PostedMessageFinder.EVENT_TYPE);
    metadata.putObject("event_payload").put(PostedMessageFinder.MARK, pendingReply.mark(number));
    return metadata;
  }

  private ObjectNode update(ReplyMessage replyMessage, MessageContent messageContent) {
    var update = named(replyMessage).put("text", messageContent.notice());
    return update.set("blocks", Block.array(messageContent.blocks()));
  }

  private ObjectNode stream(List<Block> blocks) {
    var questionAsked = pendingReply.asked();
    var stream =
        json()
            .put("channel", questionAsked.channel())
            .put("thread_ts", thread())
            .put("recipient_user_id", questionAsked.sender())
            .put("recipient_team_id", questionAsked.senderTeam());
    return stream.set("chunks", StreamChunks.blocks(blocks));
  }

  private ObjectNode named(ReplyMessage replyMessage) {
    return json().put("channel", pendingReply.asked().channel()).put("ts", replyMessage.ts());
  }

  private ReplyMessage part(int number) {
    return Objects.requireNonNull(replyMessages.get(number), "part " + number);
  }

  private void noteNow(ReplyMessage replyMessage) {
    replyProgress.now(replyMessage);
    replyMessages.put(replyMessage.number(), replyMessage);
  }

  private void noteSoon(ReplyMessage replyMessage) {
    replyProgress.soon(replyMessage);
    replyMessages.put(replyMessage.number(), replyMessage);
  }

  private String team() {
    return pendingReply.asked().team();
  }

  private static String ts(JsonNode answer) {
    return answer.path("ts").asText();
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
