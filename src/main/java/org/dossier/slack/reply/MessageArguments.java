package org.dossier.slack.reply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dossier.slack.message.Block;
import org.dossier.slack.message.MessageContent;
import org.dossier.slack.message.StreamChunks;
import org.dossier.slack.queue.PendingReply;
import org.dossier.slack.queue.ReplyMessage;
import org.jspecify.annotations.Nullable;

/// Builds the arguments of the Web API's message methods for one reply.
record MessageArguments(PendingReply pendingReply) {

  /// The arguments of `chat.postMessage`.
  ///
  /// @param thread `null` for a message outside of threads
  /// @param blocks empty for a message without blocks
  ObjectNode post(
      int number, @Nullable String thread, MessageContent messageContent, List<Block> blocks) {
    var message = json().put("channel", pendingReply.question().channel());
    if (thread != null) {
      message.put("thread_ts", thread);
    }
    message.put("text", messageContent.fallbackText()).put("mrkdwn", false);
    message.put("unfurl_links", false).put("unfurl_media", false);
    if (!blocks.isEmpty()) {
      message.set("blocks", Block.array(blocks));
    }
    message.set("metadata", metadata(number));
    return message;
  }

  /// The arguments of `chat.update`.
  ObjectNode update(ReplyMessage replyMessage, MessageContent messageContent) {
    var update = target(replyMessage).put("text", messageContent.fallbackText());
    return update.set("blocks", Block.array(messageContent.blocks()));
  }

  /// The arguments of `chat.startStream`.
  ObjectNode startStream(String thread, List<Block> blocks) {
    var questionAsked = pendingReply.question();
    var stream =
        json()
            .put("channel", questionAsked.channel())
            .put("thread_ts", thread)
            .put("recipient_user_id", questionAsked.sender())
            .put("recipient_team_id", questionAsked.senderTeam());
    return stream.set("chunks", StreamChunks.blocks(blocks));
  }

  /// The arguments of `chat.appendStream`.
  ObjectNode appendStream(ReplyMessage replyMessage, List<Block> added) {
    return target(replyMessage).set("chunks", StreamChunks.blocks(added));
  }

  /// The arguments of `chat.stopStream`.
  ///
  /// @param added the last blocks; possibly empty
  ObjectNode stopStream(ReplyMessage replyMessage, List<Block> added) {
    var end = target(replyMessage);
    if (!added.isEmpty()) {
      end.set("blocks", Block.array(added));
    }
    end.set("metadata", metadata(replyMessage.number()));
    return end;
  }

  /// The channel and the timestamp of a posted message, which are also the arguments of
  /// `chat.delete`.
  ObjectNode target(ReplyMessage replyMessage) {
    return json().put("channel", pendingReply.question().channel()).put("ts", replyMessage.ts());
  }

  private ObjectNode metadata(int number) {
    var metadata = json().put("event_type", PostedMessageFinder.EVENT_TYPE);
    metadata
        .putObject("event_payload")
        .put(PostedMessageFinder.MARKER, pendingReply.marker(number));
    return metadata;
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
