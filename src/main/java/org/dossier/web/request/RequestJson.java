package org.dossier.web.request;

import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// The JSON bodies of requests.
public sealed interface RequestJson
    permits ChatRequest, ArticleRequest, FeedbackRequest, CheckBody, JsonBody {
  /// @throws ProblemException if the body is missing
  static <T extends RequestJson> T required(@Nullable T body) {
    if (body == null) {
      throw ProblemException.of(
          ProblemType.MISSING_BODY, "The request has no body; it must be a JSON object.");
    }
    return body;
  }
}
