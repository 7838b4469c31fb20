package org.dossier.web.problem;

import org.dossier.observability.HasOutcome;
import org.dossier.observability.Outcome;
import org.jspecify.annotations.Nullable;

/// A request cannot be carried out, and what its sender should know about it.
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
    // An expected outcome: its stack tells nothing.
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

  /// The same, at this field of the body or this parameter.
  public ProblemException withField(@Nullable String at) {
    return new ProblemException(problemType, detail, at, limit, retryAfter, challenge);
  }

  /// The same, for breaking this limit.
  public ProblemException withLimit(long broken) {
    return new ProblemException(problemType, detail, field, broken, retryAfter, challenge);
  }

  /// The same, not before so many seconds have passed.
  public ProblemException withRetryAfter(long seconds) {
    return new ProblemException(problemType, detail, field, limit, seconds, challenge);
  }

  /// The same, telling what to show instead (RFC 6750).
  public ProblemException withChallenge(String demanded) {
    return new ProblemException(problemType, detail, field, limit, retryAfter, demanded);
  }

  /// What to show; null where nothing would help, or nothing that a program could send by itself.
  public @Nullable String challenge() {
    return challenge;
  }

  /// After how many seconds it is worth trying again; null where nobody knows.
  public @Nullable Long retryAfter() {
    return retryAfter;
  }

  public ProblemType fault() {
    return problemType;
  }

  @Override
  public Outcome outcome() {
    return problemType == ProblemType.TIMEOUT ? Outcome.TOO_SLOW : Outcome.REFUSED;
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
