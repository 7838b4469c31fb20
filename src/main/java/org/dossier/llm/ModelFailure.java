package org.dossier.llm;

/// A failed LLM call. The message is for the log: it never contains a key or text of the question,
/// of an article or of the provider. For the same reason it has no cause.
public final class ModelFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public ModelFailure(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /// The reason of a failure, as far as the client can determine it.
  public enum Reason {
    /// The first statement or the end did not come in time.
    TIMEOUT(true),
    /// No server answers at the address.
    UNREACHABLE(true),
    /// Too many requests, or the quota is used up.
    RATE_LIMITED(true),
    /// The provider refused the key or the request.
    REFUSED(true),
    /// No model of this name exists.
    UNKNOWN_MODEL(true),
    /// The provider reports an internal error.
    PROVIDER_ERROR(true),
    /// The output ended in the middle, or at the token limit.
    TRUNCATED(true),
    /// The response is not in the provider's format.
    INVALID_RESPONSE(true),
    /// The output is well-formed, but is no answer.
    UNUSABLE_OUTPUT(false),
    /// The maximum number of concurrent calls is in progress.
    CONCURRENCY_LIMIT(false),
    /// The circuit breaker is open after consecutive failures.
    CIRCUIT_OPEN(false);

    private final boolean opensCircuit;

    Reason(boolean opensCircuit) {
      this.opensCircuit = opensCircuit;
    }

    /// True if the circuit breaker counts failures of this reason.
    boolean opensCircuit() {
      return opensCircuit;
    }
  }
}
