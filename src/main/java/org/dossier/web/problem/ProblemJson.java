package org.dossier.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A fault as `application/problem+json` (RFC 9457).
@Schema(name = "Problem", description = "A fault, as RFC 9457 has it.")
public record ProblemJson(
    @Schema(description = "Names the kind of fault, for programs.") String type,
    @Schema(description = "The kind of fault, for people.") String title,
    @Schema(description = "The HTTP status.") int status,
    @Schema(description = "What is wrong with this request.") String detail,
    @Schema(description = "The path of the request.") String instance,
    @Schema(description = "The field of the body, or the query parameter, at fault.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String field,
    @Schema(description = "The limit that was broken: characters, bytes, turns or seconds.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Long limit,
    @Schema(description = "The id of the request, under which the server's log tells of it.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String reference) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /// What the HTTP layer refuses by itself: the status says it all.
  public static ProblemJson refused(int status, String detail, String instance) {
    var known = Response.Status.fromStatusCode(status);
    var title = known == null ? "Refused" : known.getReasonPhrase();
    return new ProblemJson("about:blank", title, status, detail, instance, null, null, null);
  }

  /// What went wrong here stands in the log.
  public static ProblemJson failed(String instance) {
    var problemType = ProblemType.INTERNAL_ERROR;
    return new ProblemJson(
        problemType.type(),
        problemType.title(),
        problemType.status(),
        "An internal error occurred. The server's log has the details under this reference.",
        instance,
        null,
        null,
        null);
  }

  /// The same, as it is told of the request of this id.
  public ProblemJson withReference(String request) {
    return new ProblemJson(type, title, status, detail, instance, field, limit, request);
  }
}
