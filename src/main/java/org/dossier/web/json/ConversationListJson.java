package org.dossier.web.json;

import java.time.Instant;
import java.util.List;
import org.dossier.chat.conversation.ConversationSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The conversations of a client.
@Schema(
    name = "ConversationList",
    description = "A client's conversations, most recently used first.")
public record ConversationListJson(List<ConversationSummaryJson> conversations) {

  @Schema(name = "ConversationSummary", description = "A conversation in the list.")
  public record ConversationSummaryJson(
      String conversation,
      @Schema(description = "The first message of the conversation.") String title,
      int turns,
      Instant createdAt,
      Instant lastActiveAt) {}

  public static ConversationListJson of(List<ConversationSummary> conversationSummary) {
    return new ConversationListJson(
        conversationSummary.stream()
            .map(summary ->
                new ConversationSummaryJson(
                    summary.id(),
                    summary.title(),
                    summary.turns(),
                    summary.createdAt(),
                    summary.lastActiveAt()))
            .toList());
  }
}
