package org.dossier.web;

import org.dossier.observing.HasOutcome;
import org.dossier.observing.Outcome;
import org.jspecify.annotations.Nullable;

/// A request cannot be carried out, and what its sender should know about it.
final class Problem extends RuntimeException implements HasOutcome {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String detail;
  private final @Nullable String field;
  private final @Nullable Long limit;
  private final @Nullable Long retryAfter;
  private final @Nullable String challenge;

  private Problem(
      Fault fault,
      String detail,
      @Nullable String field,
      @Nullable Long limit,
      @Nullable Long retryAfter,
      @Nullable String challenge) {
    // An expected outcome: its stack tells nothing.
    super(detail, null, false, false);
    this.fault = fault;
    this.detail = detail;
    this.field = field;
    this.limit = limit;
    this.retryAfter = retryAfter;
    this.challenge = challenge;
  }

  static Problem of(Fault fault, String detail) {
    return new Problem(fault, detail, null, null, null, null);
  }

  /// The same, at this field of the body or this parameter.
  Problem at(@Nullable String at) {
    return new Problem(fault, detail, at, limit, retryAfter, challenge);
  }

  /// The same, for breaking this limit.
  Problem beyond(long broken) {
    return new Problem(fault, detail, field, broken, retryAfter, challenge);
  }

  /// The same, not before so many seconds have passed.
  Problem after(long seconds) {
    return new Problem(fault, detail, field, limit, seconds, challenge);
  }

  /// The same, telling what to show instead (RFC 6750).
  Problem asking(String demanded) {
    return new Problem(fault, detail, field, limit, retryAfter, demanded);
  }

  /// What to show; null where nothing would help, or nothing that a program could send by itself.
  @Nullable String challenge() {
    return challenge;
  }

  /// After how many seconds it is worth trying again; null where nobody knows.
  @Nullable Long retryAfter() {
    return retryAfter;
  }

  Fault fault() {
    return fault;
  }

  @Override
  public Outcome outcome() {
    return fault == Fault.TOO_SLOW ? Outcome.TOO_SLOW : Outcome.REFUSED;
  }

  /// @param instance the path of the request
  ProblemJson json(String instance) {
    return new ProblemJson(
        fault.type(), fault.title(), fault.status(), detail, instance, field, limit, null);
  }
}
