package org.dossier.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A problem as `application/problem+json` (RFC 9457).
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

  /// A problem detected by the framework itself. Its type is `about:blank`, because the status
  /// describes it completely.
  public static ProblemJson refused(int status, String detail, String instance) {
    var known = Response.Status.fromStatusCode(status);
    var title = known == null ? "Refused" : known.getReasonPhrase();
    return new ProblemJson("about:blank", title, status, detail, instance, null, null, null);
  }

  /// An internal error. Its details are in the log only.
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

  /// A copy with the id of the request as its reference.
  public ProblemJson withReference(String request) {
    return new ProblemJson(type, title, status, detail, instance, field, limit, request);
  }
}
