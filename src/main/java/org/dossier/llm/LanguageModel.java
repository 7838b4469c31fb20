package org.dossier.llm;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dossier.inference.ModelException;
import org.dossier.instrumentation.Stage;
import org.dossier.llm.ModelFailure.Reason;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The chat model that was chosen. It writes so many answers at once and no more, and is left alone
/// for a while when it keeps failing. Safe for any number of threads.
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

  /// As it was chosen: `ollama:llama3.2`.
  public String name() {
    return endpoint.choice().toString();
  }

  /// Where it is reached.
  public URI address() {
    return endpoint.address();
  }

  /// The variable of the environment that its key came from; empty where none is sent.
  public Optional<String> keyVariable() {
    return endpoint.key().map(ApiKey::variable);
  }

  /// How many tokens of evidence it may be given.
  public int contextBudget() {
    return generationLimits.context();
  }

  /// Whether it is given evidence as [Prompt#evidence()] and cites it by itself; what it cites
  /// comes as markers among its words all the same.
  public boolean citesByItself() {
    return endpoint.choice().provider().cites();
  }

  /// What it is told.
  public Prompts prompts() {
    return prompts;
  }

  /// What is made of a model's words.
  public interface StreamReader<T> {
    /// Reads to the end, or as far as it likes.
    ///
    /// @throws ModelFailure if nothing can be made of them; what the generation throws is thrown on
    T read(GenerationStream generationStream) throws ModelFailure;
  }

  /// Has the model write, and reads it on this thread. When this returns or throws, the model works
  /// no more. A reading that returns although the generation failed has made something of what came
  /// before: that is returned, and the failure logged and counted all the same.
  ///
  /// @param stillWanted run now and then while nothing comes; throws when the client is gone
  /// @throws ModelFailure if there is nothing to return; it is logged and counted already
  public <T> T write(Prompt prompt, Runnable stillWanted, StreamReader<T> streamReader)
      throws ModelFailure {
    if (!prompt.evidence().isEmpty() && !citesByItself()) {
      throw new IllegalArgumentException(name() + " would not see the evidence");
    }
    long began = System.nanoTime();
    var read = new AtomicReference<@Nullable T>();
    var failure =
        callGuarded(
            prompt, stillWanted, generationStream -> read.set(streamReader.read(generationStream)));
    meter.recordCall(
        Optional.ofNullable(failure).map(ModelFailure::reason),
        Duration.ofNanos(System.nanoTime() - began));
    if (failure != null) {
      log(failure);
    }
    var made = read.get();
    if (made != null) {
      return made;
    }
    throw failure != null ? failure : new ModelFailure(Reason.NONSENSE, "it wrote nothing");
  }

  private @Nullable ModelFailure callGuarded(Prompt prompt, Runnable stillWanted, Step step) {
    try {
      guard.call(() -> Stage.MODEL.run(() -> call(prompt, stillWanted, step)), String.class);
      return null;
    } catch (ModelFailure e) {
      return e;
    } catch (BulkheadException _) {
      return new ModelFailure(
          Reason.BUSY, "it writes as many answers as it may (dossier.model.max-concurrent-calls)");
    } catch (CircuitBreakerOpenException _) {
      return new ModelFailure(Reason.RESTING, "it is left alone after its last failures");
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ModelException("a model's answer cannot be read", e);
    }
  }

  private String call(Prompt prompt, Runnable stillWanted, Step step) throws ModelFailure {
    try (var call = llmClient.begin(prompt, stillWanted)) {
      step.take(call.generation());
      var failure = call.generation().failure();
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
    return "";
  }

  private void log(ModelFailure failure) {
    // That it rests was said when it began to.
    var level = failure.reason() == Reason.RESTING ? Logger.Level.DEBUG : Logger.Level.WARN;
    LOG.logf(level, "model %s, %s: %s", name(), failure.reason(), failure.getMessage());
  }

  private static Guard guard(ModelSpec choice, ModelConfig config) {
    return Guard.create()
        .withDescription(choice.toString())
        .withBulkhead()
        .limit(config.maxConcurrentCalls())
        .done()
        .withCircuitBreaker()
        .when(fault -> fault instanceof ModelFailure failure && failure.reason().counts())
        .requestVolumeThreshold(config.circuitBreaker().failureThreshold())
        .failureRatio(1)
        .delay(config.circuitBreaker().delay().toMillis(), ChronoUnit.MILLIS)
        .onStateChange(state -> {
          if (state == CircuitBreakerState.OPEN) {
            LOG.warnf(
                "model %s failed %d times in a row and is left alone for %d s",
                choice,
                config.circuitBreaker().failureThreshold(),
                config.circuitBreaker().delay().toSeconds());
          }
        })
        .done()
        .build();
  }

  private interface Step {
    void take(GenerationStream generationStream) throws ModelFailure;
  }
}
