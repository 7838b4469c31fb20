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
    description = "A conversation. Its answers omit statements whose sources were withdrawn.")
public record ConversationJson(String conversation, List<TurnJson> turns) {

  @Schema(name = "Turn", description = "A question and its reply.")
  public record TurnJson(
      @Schema(description = "The message as the user wrote it.") String message,
      @Schema(description = "The filters that applied to the articles.") StoredFiltersJson filters,
      Instant askedAt,
      ReplyJson reply,
      @Schema(description = "The cited articles that have since been withdrawn or replaced.")
          List<UnavailableSourceJson> unavailableSources,
      @Schema(description = "The user's feedback; null if none was given.")
          @Nullable FeedbackJson feedback) {

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

  @Schema(
      name = "StoredFilters",
      description = "The filters that applied to the articles; all of them must match.")
  public record StoredFiltersJson(
      @Nullable LocalDate publishedFrom,
      @Nullable LocalDate publishedTo,
      List<String> publishers,
      @Nullable LocalDate asOf) {

    static StoredFiltersJson of(Filters filters) {
      return new StoredFiltersJson(
          filters.publishedFrom(),
          filters.publishedTo(),
          filters.publishers().stream().sorted().toList(),
          filters.asOf());
    }
  }

  @Schema(
      name = "UnavailableSource",
      description = "A cited article that is no longer available as it was cited.")
  public record UnavailableSourceJson(
      @Schema(description = "The id of the article.") String article,
      @Schema(
              enumeration = {"withdrawn", "replaced"},
              description =
                  "Withdrawn: the statements that it supported are omitted from the answer. Replaced: the"
                      + " answer still cites the version that was current at the time.")
          String reason) {

    static UnavailableSourceJson of(UnavailableSource lost) {
      return new UnavailableSourceJson(lost.article(), ReplyJson.label(lost.reason()));
    }
  }

  @Schema(name = "Feedback", description = "Feedback on an answer.")
  public record FeedbackJson(
      @Schema(enumeration = {"up", "down"}) String verdict,
      @Nullable String comment,
      Instant createdAt) {

    static FeedbackJson of(Feedback feedback) {
      return new FeedbackJson(
          ReplyJson.label(feedback.verdict()), feedback.comment(), feedback.given());
    }
  }

  public static ConversationJson of(Conversation conversation) {
    return new ConversationJson(
        conversation.id(), conversation.turns().stream().map(TurnJson::of).toList());
  }
}
