package org.dossier.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A problem as `application/problem+json` (RFC 9457).
@Schema(name = "Problem", description = "A problem (RFC 9457).")
public record ProblemJson(
    @Schema(description = "The problem type, for programs.") String type,
    @Schema(description = "The problem type, for people.") String title,
    @Schema(description = "The HTTP status.") int status,
    @Schema(description = "The explanation for this request.") String detail,
    @Schema(description = "The path of the request.") String instance,
    @Schema(description = "The field of the body, or the parameter, that caused the problem.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String field,
    @Schema(description = "The limit that was exceeded: characters, bytes, turns or seconds.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Long limit,
    @Schema(description = "The id of the request, which also appears in the server's log.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String reference) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /// The type of a problem that its status describes completely.
  static final String NO_TYPE = "about:blank";

  /// A problem detected by the framework itself. Its type is `about:blank`, because the status
  /// describes it completely.
  public static ProblemJson rejected(int status, String detail, String instance) {
    var known = Response.Status.fromStatusCode(status);
    var title = known == null ? "Rejected" : known.getReasonPhrase();
    return new ProblemJson(NO_TYPE, title, status, detail, instance, null, null, null);
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
