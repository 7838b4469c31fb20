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

/// Shows the reply to one message in Slack, part by part, each part once: what is about to be shown
/// is noted before, and where it is not known whether Slack took it, the thread is looked through.
/// For one thread.
///
/// Throws a [SlackApiException] where Slack will not show a part, an [UnknownOutcomeException]
/// where Slack cannot be reached for too long, and a [ShutdownException] when the bot stops.
final class ReplyPublisher {
  private static final Logger LOG = Logger.getLogger(ReplyPublisher.class);

  /// Slack does not take these blocks, though they keep its rules as we know them.
  private static final Set<String> ABOUT_BLOCKS =
      Set.of(
          "invalid_blocks",
          "invalid_blocks_format",
          "msg_blocks_too_long",
          "invalid_chunks",
          "msg_too_long");

  /// The message cannot be changed any more, mostly since somebody deleted it.
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

  /// The reply may say something else than what an earlier attempt showed of it, all of which is
  /// replaced.
  void sayAnew() {
    replyMessages.replaceAll((number, replyMessage) ->
        number == 0
            ? replyMessage
            : new ReplyMessage(number, replyMessage.manner(), replyMessage.ts(), false));
  }

  /// Where the reply stands.
  String thread() {
    return Objects.requireNonNull(thread, "the thread was begun");
  }

  /// Shows what stands above the reply. Where there is no thread yet, it begins one.
  void head(MessageContent messageContent) {
    post(0, messageContent);
    if (thread == null) {
      var ts = Objects.requireNonNull(part(0).ts(), "what is whole has a name");
      replyProgress.began(ts);
      thread = ts;
    }
  }

  /// Shows a part whole, in the place of what an earlier attempt may have shown of it.
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
        LOG.warnf("%s; trying again", e.getMessage());
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
      LOG.errorf("%s; it is posted without blocks", e.getMessage());
      var plain =
          message(number, messageContent, List.of())
              .put("text", Mrkdwn.escape(messageContent.words()));
      return ts(slackClient.callWithRateLimit(team(), "chat.postMessage", plain));
    }
  }

  /// Begins to show a part that more will be added to.
  ///
  /// @return false where it is too early
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

  /// Adds to a part that was begun.
  ///
  /// @param messageContent the part with what is added
  /// @param added the last blocks of it
  /// @throws RateLimitedException if it is too early
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

  /// Adds the last blocks to a part that was begun.
  ///
  /// @param intact whether everything before was added
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

  /// Ends a stream with its last blocks; false where that is not known to have worked.
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
      LOG.infof("%s; the message is edited instead", e.getMessage());
      return false;
    }
  }

  /// Puts the whole part in the place of what stands there.
  private void replace(ReplyMessage replyMessage, MessageContent messageContent) {
    if (replyMessage.manner() == ReplyMessage.PostMode.STREAM) {
      stopped(replyMessage, List.of());
    }
    ifStillThere(() ->
        slackClient.callWithRetry(team(), "chat.update", update(replyMessage, messageContent)));
    noteSoon(
        new ReplyMessage(replyMessage.number(), replyMessage.manner(), replyMessage.ts(), true));
  }

  /// Shows a part that is whole in another form, if Slack lets us.
  void revise(int number, MessageContent messageContent) {
    try {
      slackClient.tryOnce(team(), "chat.update", update(part(number), messageContent));
    } catch (SlackApiException | RateLimitedException | UnknownOutcomeException e) {
      LOG.info(e.getMessage());
    }
  }

  /// Takes back what an earlier attempt showed beyond the last part.
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
      LOG.infof("%s; it is left as it is", e.getMessage());
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
