package org.dossier.llm;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.dossier.inference.ModelException;
import org.dossier.instrumentation.Stage;
import org.dossier.llm.ModelFailure.Reason;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/// The selected LLM, with a limit of concurrent calls and a circuit breaker that opens after
/// consecutive failures. Safe for any number of threads.
public final class LanguageModel {
  private static final Logger LOG = Logger.getLogger(LanguageModel.class);

  private final Endpoint endpoint;
  private final GenerationLimits generationLimits;
  private final Prompts prompts;
  private final LlmClient llmClient;
  private final Guard guard;
  private final ModelMeter meter;

  LanguageModel(Endpoint endpoint, ModelConfig config, Prompts prompts, ModelMeter meter) {
    this.endpoint = endpoint;
    this.generationLimits = GenerationLimits.of(config);
    this.prompts = prompts;
    this.llmClient = new LlmClient(endpoint, generationLimits, config.temperature());
    this.guard = guard(endpoint.choice(), config);
    this.meter = meter;
  }

  /// Provider and name, as in the setting: `ollama:llama3.2`.
  public String name() {
    return endpoint.choice().toString();
  }

  /// The base URL.
  public URI address() {
    return endpoint.address();
  }

  /// The environment variable that the API key was read from; empty if no key is sent.
  public Optional<String> keyVariable() {
    return endpoint.key().map(ApiKey::variable);
  }

  /// The maximum number of tokens of evidence in a prompt.
  public int contextBudget() {
    return generationLimits.context();
  }

  /// True if the model receives the evidence as [Prompt#evidence()] and cites it by itself. Its
  /// citations are markers in the text, as those of other models.
  public boolean citesByItself() {
    return endpoint.choice().provider().cites();
  }

  /// The prompts for this model.
  public Prompts prompts() {
    return prompts;
  }

  /// Turns a stream of generated text into a value.
  @FunctionalInterface
  public interface StreamReader<T> {
    /// Reads the stream to its end, or as far as it needs to.
    ///
    /// @throws ModelFailure if the text is unusable. A failure thrown by the stream must be thrown
    ///   on as well, because the circuit breaker counts only failures that are thrown.
    T read(GenerationStream generationStream) throws ModelFailure;
  }

  /// Has the model generate text, and reads the stream on this thread. When this returns or throws,
  /// the call has ended: a stream that was not read to its end is cancelled.
  ///
  /// @param stillWanted run at least every 50 ms while no text arrives; throws if the client is
  ///   gone
  /// @return the reader's value
  /// @throws ModelFailure if the model or the reader failed, or the call was not permitted; already
  ///   logged and counted
  public <T> T generate(Prompt prompt, Runnable stillWanted, StreamReader<T> streamReader)
      throws ModelFailure {
    if (!prompt.evidence().isEmpty() && !citesByItself()) {
      throw new IllegalArgumentException(name() + " does not support citable documents");
    }
    long began = System.nanoTime();
    try {
      T value = callGuarded(prompt, stillWanted, streamReader);
      meter.recordCall(Optional.empty(), since(began));
      return value;
    } catch (ModelFailure failure) {
      meter.recordCall(Optional.of(failure.reason()), since(began));
      log(failure);
      throw failure;
    }
  }

  /// Calls the model if the concurrency limit and the circuit breaker permit it.
  @SuppressWarnings("unchecked") // The guard returns what the call returned.
  private <T> T callGuarded(Prompt prompt, Runnable stillWanted, StreamReader<T> streamReader)
      throws ModelFailure {
    try {
      return (T) guard.call(() -> call(prompt, stillWanted, streamReader), Object.class);
    } catch (BulkheadException _) {
      throw new ModelFailure(
          Reason.CONCURRENCY_LIMIT,
          "the maximum number of calls is in progress (dossier.model.max-concurrent-calls)");
    } catch (CircuitBreakerOpenException _) {
      throw new ModelFailure(
          Reason.CIRCUIT_OPEN, "the circuit breaker is open after the last failures");
    } catch (ModelFailure | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ModelException("the output of the LLM cannot be read", e);
    }
  }

  private <T> T call(Prompt prompt, Runnable stillWanted, StreamReader<T> streamReader)
      throws ModelFailure {
    return Stage.LLM.run(() -> {
      try (var call = llmClient.begin(prompt, stillWanted)) {
        return streamReader.read(call.generation());
      }
    });
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }

  private void log(ModelFailure failure) {
    // The opening of the circuit was logged already.
    var level = failure.reason() == Reason.CIRCUIT_OPEN ? Logger.Level.DEBUG : Logger.Level.WARN;
    LOG.logf(level, "model %s, %s: %s", name(), failure.reason(), failure.getMessage());
  }

  private static Guard guard(ModelSpec choice, ModelConfig config) {
    return Guard.create()
        .withDescription(choice.toString())
        .withBulkhead()
        .limit(config.maxConcurrentCalls())
        .done()
        .withCircuitBreaker()
        .when(fault -> fault instanceof ModelFailure failure && failure.reason().opensCircuit())
        .requestVolumeThreshold(config.circuitBreaker().failureThreshold())
        .failureRatio(1)
        .delay(config.circuitBreaker().delay().toMillis(), ChronoUnit.MILLIS)
        .onStateChange(state -> {
          if (state == CircuitBreakerState.OPEN) {
            LOG.warnf(
                "model %s failed %d times in a row and is not called for %d s (circuit open)",
                choice,
                config.circuitBreaker().failureThreshold(),
                config.circuitBreaker().delay().toSeconds());
          }
        })
        .done()
        .build();
  }
}
