package org.dossier.web.request;

import java.time.LocalDate;
import java.util.List;
import org.dossier.chat.Message;
import org.dossier.chat.conversation.ClientSecret;
import org.dossier.chat.conversation.IdempotencyKey;
import org.dossier.search.Filters;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a question.
///
/// @param message required
/// @param conversation the conversation to continue; `null` begins a new one
/// @param filters the articles that may be used for the answer; `null` for all
@Schema(name = "ChatRequest", description = "A message to the archive.")
public record ChatRequest(
    @Schema(required = true, description = "The question, at most 2,000 characters.")
        @Nullable String message,
    @Schema(description = "The conversation to continue; if absent, a new one begins.")
        @Nullable String conversation,
    @Schema(description = "The articles that may be used for the answer.")
        @Nullable FiltersJson filters)
    implements RequestJson {

  @Schema(
      name = "Filters",
      description = "The articles that may be used for the answer; all filters must match.")
  record FiltersJson(
      @Schema(description = "The first day of publication.") @Nullable LocalDate publishedFrom,
      @Schema(description = "The last day of publication.") @Nullable LocalDate publishedTo,
      @Schema(description = "Publishers by their full names, ignoring case; any of them may match.")
          @Nullable List<@Nullable String> publishers,
      @Schema(
              description =
                  "The day whose state of the archive is meant: without what was published later, and with the articles' text of then.")
          @Nullable LocalDate asOf) {}

  /// @param client the key under which a new conversation is listed; `null` if it is not listed
  /// @param key the idempotency key; `null` if absent
  /// @throws ProblemException if the message is missing, or the filters contradict each other
  public Message decode(@Nullable ClientSecret client, @Nullable IdempotencyKey key) {
    if (message == null) {
      throw ProblemException.of(ProblemType.INVALID_FIELD, "message: is missing")
          .withField("message");
    }
    return new Message(
        conversation, message, filters == null ? Filters.NONE : filters(filters), client, key);
  }

  private static Filters filters(FiltersJson json) {
    var publishers = json.publishers() == null ? List.<@Nullable String>of() : json.publishers();
    return new FilterParameters("filters.", ProblemType.INVALID_FIELD)
        .filters(json.publishedFrom(), json.publishedTo(), publishers, json.asOf());
  }
}
