package org.dossier.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A problem in the form that clients of OpenAI's API expect.
public record OpenAiErrorJson(ErrorJson error) {
  private static final int FIRST_SERVER_ERROR = 500;

  /// @param type the kind of error, one of OpenAI's
  /// @param param the field of the body that caused the problem; `null` if none did
  /// @param code the type of the problem, for programs
  /// @param limit the limit that was exceeded
  /// @param reference the id of the request, which also appears in the server's log
  public record ErrorJson(
      String message,
      String type,
      @Nullable String param,
      String code,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long limit,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reference) {}

  public static OpenAiErrorJson of(ProblemJson problem) {
    return new OpenAiErrorJson(
        new ErrorJson(
            problem.detail(),
            type(problem.status()),
            problem.field(),
            code(problem),
            problem.limit(),
            problem.reference()));
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 429 -> "rate_limit_error";
      default -> status < FIRST_SERVER_ERROR ? "invalid_request_error" : "server_error";
    };
  }

  /// OpenAI's own code if it has one for the problem; otherwise the last part of the type, or the
  /// title of a problem without a type of its own.
  private static String code(ProblemJson problem) {
    if (problem.type().equals(ProblemType.UNKNOWN_MODEL.type())) {
      return "model_not_found";
    }
    return switch (problem.status()) {
      case 401 -> "invalid_api_key";
      case 429 -> "rate_limit_exceeded";
      default -> name(problem).replaceAll("[^A-Za-z0-9]+", "_").toLowerCase(Locale.ROOT);
    };
  }

  private static String name(ProblemJson problem) {
    return problem.type().equals(ProblemJson.NO_TYPE)
        ? problem.title()
        : problem.type().substring(problem.type().lastIndexOf(':') + 1);
  }
}
