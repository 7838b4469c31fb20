package org.dossier.web.request;

import org.dossier.chat.conversation.Feedback;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a rating of an answer.
@Schema(name = "FeedbackRequest", description = "Feedback on an answer.")
public record FeedbackRequest(
    @Schema(
            required = true,
            enumeration = {"up", "down"},
            description = "The verdict: useful or not.")
        @Nullable String verdict,
    @Schema(description = "A comment of at most 2,000 characters.") @Nullable String comment)
    implements RequestJson {

  /// @throws ProblemException if the verdict is missing or unknown
  public Feedback.Verdict decodeVerdict() {
    return switch (verdict) {
      case "up" -> Feedback.Verdict.UP;
      case "down" -> Feedback.Verdict.DOWN;
      case null, default ->
          throw ProblemException.of(ProblemType.INVALID_FIELD, "verdict: must be “up” or “down”")
              .withField("verdict");
    };
  }
}
