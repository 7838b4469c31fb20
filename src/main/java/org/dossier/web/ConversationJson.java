package org.dossier.web;

import java.time.Instant;
import java.util.List;
import org.dossier.chat.Conversation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A conversation with its turns, oldest first.
@Schema(
    name = "Conversation",
    description = "A conversation. What was withdrawn since is left out of its answers.")
record ConversationJson(String conversation, List<TurnJson> turns) {

  @Schema(name = "Turn", description = "What was asked, and what came back.")
  record TurnJson(
      @Schema(description = "As it was typed.") String message, Instant asked, ReplyJson reply) {}

  static ConversationJson of(Conversation conversation) {
    return new ConversationJson(
        conversation.id(),
        conversation.turns().stream()
            .map(turn -> new TurnJson(turn.message(), turn.asked(), ReplyJson.of(turn.reply())))
            .toList());
  }
}
