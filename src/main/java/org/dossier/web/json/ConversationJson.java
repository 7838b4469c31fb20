package org.dossier.web.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dossier.chat.conversation.Conversation;
import org.dossier.chat.conversation.Feedback;
import org.dossier.chat.conversation.Turn;
import org.dossier.chat.conversation.UnavailableSource;
import org.dossier.search.Filters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A conversation with its turns, oldest first.
@Schema(
    name = "Conversation",
    description = "A conversation. What was withdrawn since is left out of its answers.")
public record ConversationJson(String conversation, List<TurnJson> turns) {

  @Schema(name = "Turn", description = "What was asked, and what came back.")
  public record TurnJson(
      @Schema(description = "As it was typed.") String message,
      @Schema(description = "Which articles were let answer.") StoredFiltersJson filters,
      Instant askedAt,
      ReplyJson reply,
      @Schema(description = "The cited articles that were withdrawn or replaced since.")
          List<UnavailableSourceJson> unavailableSources,
      @Schema(description = "What was thought of it.") @Nullable FeedbackJson feedback) {

    static TurnJson of(Turn turn) {
      return new TurnJson(
          turn.message(),
          StoredFiltersJson.of(turn.filters()),
          turn.asked(),
          ReplyJson.of(turn.reply()),
          turn.lost().stream().map(UnavailableSourceJson::of).toList(),
          turn.feedback() == null ? null : FeedbackJson.of(turn.feedback()));
    }
  }

  @Schema(name = "KeptFilters", description = "Which articles were let answer; each part narrows.")
  public record StoredFiltersJson(
      @Nullable LocalDate publishedFrom, @Nullable LocalDate publishedTo, List<String> publishers) {

    static StoredFiltersJson of(Filters filters) {
      return new StoredFiltersJson(
          filters.publishedFrom(),
          filters.publishedTo(),
          filters.publishers().stream().sorted().toList());
    }
  }

  @Schema(name = "LostSource", description = "A cited article that does not stand as it was cited.")
  public record UnavailableSourceJson(
      @Schema(description = "Its id.") String article,
      @Schema(
              enumeration = {"withdrawn", "replaced"},
              description =
                  "Withdrawn: what rested on it is gone from the answer. Replaced: the answer still"
                      + " cites the version that it was given from.")
          String reason) {

    static UnavailableSourceJson of(UnavailableSource lost) {
      return new UnavailableSourceJson(lost.article(), ReplyJson.word(lost.how()));
    }
  }

  @Schema(name = "Feedback", description = "What was thought of an answer.")
  public record FeedbackJson(
      @Schema(enumeration = {"up", "down"}) String verdict,
      @Nullable String comment,
      Instant createdAt) {

    static FeedbackJson of(Feedback feedback) {
      return new FeedbackJson(
          ReplyJson.word(feedback.verdict()), feedback.comment(), feedback.given());
    }
  }

  public static ConversationJson of(Conversation conversation) {
    return new ConversationJson(
        conversation.id(), conversation.turns().stream().map(TurnJson::of).toList());
  }
}
