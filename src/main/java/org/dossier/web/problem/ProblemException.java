package org.dossier.web.problem;

import org.dossier.observability.HasOutcome;
import org.dossier.observability.Outcome;
import org.jspecify.annotations.Nullable;

/// A request cannot be processed. Carries the problem to report to the client.
public final class ProblemException extends RuntimeException implements HasOutcome {
  private static final long serialVersionUID = 1L;

  private final ProblemType problemType;
  private final String detail;
  private final @Nullable String field;
  private final @Nullable Long limit;
  private final @Nullable Long retryAfter;
  private final @Nullable String challenge;

  private ProblemException(
      ProblemType problemType,
      String detail,
      @Nullable String field,
      @Nullable Long limit,
      @Nullable Long retryAfter,
      @Nullable String challenge) {
    // An expected outcome: the stack trace is not needed.
    super(detail, null, false, false);
    this.problemType = problemType;
    this.detail = detail;
    this.field = field;
    this.limit = limit;
    this.retryAfter = retryAfter;
    this.challenge = challenge;
  }

  public static ProblemException of(ProblemType problemType, String detail) {
    return new ProblemException(problemType, detail, null, null, null, null);
  }

  /// A copy with the field of the body, or the parameter, that caused the problem.
  public ProblemException withField(@Nullable String at) {
    return new ProblemException(problemType, detail, at, limit, retryAfter, challenge);
  }

  /// A copy with the limit that was exceeded.
  public ProblemException withLimit(long broken) {
    return new ProblemException(problemType, detail, field, broken, retryAfter, challenge);
  }

  /// A copy with the number of seconds after which the client may retry.
  public ProblemException withRetryAfter(long seconds) {
    return new ProblemException(problemType, detail, field, limit, seconds, challenge);
  }

  /// A copy with a `WWW-Authenticate` challenge (RFC 6750).
  public ProblemException withChallenge(String demanded) {
    return new ProblemException(problemType, detail, field, limit, retryAfter, demanded);
  }

  /// The `WWW-Authenticate` challenge; `null` if authentication would not help, or requires
  /// something that a program cannot send by itself.
  public @Nullable String challenge() {
    return challenge;
  }

  /// The number of seconds after which a retry may succeed; `null` if unknown.
  public @Nullable Long retryAfter() {
    return retryAfter;
  }

  public ProblemType problemType() {
    return problemType;
  }

  @Override
  public Outcome outcome() {
    return problemType == ProblemType.TIMEOUT ? Outcome.TIMEOUT : Outcome.REJECTED;
  }

  /// @param instance the path of the request
  public ProblemJson json(String instance) {
    return new ProblemJson(
        problemType.type(),
        problemType.title(),
        problemType.status(),
        detail,
        instance,
        field,
        limit,
        null);
  }
}
