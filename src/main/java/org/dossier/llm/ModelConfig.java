package org.dossier.llm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The chat model that writes answers, and its limits. Its key is not a setting: it comes from the
/// environment only.
@ConfigMapping(prefix = "dossier.model")
public interface ModelConfig {
  /// The chat model that writes answers: `none`, or `PROVIDER:NAME`. `--model` sets it.
  @WithParentName
  @WithDefault("none")
  String choice();

  /// Its address, such as `http://127.0.0.1:8000/v1`; by default the provider's own.
  Optional<String> baseUrl();

  /// The sampling temperature, 0 to 2. Empty: not sent, for models that accept only their own.
  @WithDefault("0")
  OptionalDouble temperature();

  /// The time limit for the first statement, including its verification.
  @WithDefault("8s")
  Duration firstStatementTimeout();

  /// The time limit for the whole answer.
  @WithDefault("20s")
  Duration totalTimeout();

  /// The maximum length of an answer, in tokens.
  @WithDefault("800")
  int maxTokens();

  /// The maximum length of the evidence in the prompt, in tokens by our estimate.
  @WithDefault("3000")
  int contextBudget();

  /// The maximum number of concurrent calls; beyond it, answers consist of the articles' own
  /// sentences (`fallback`).
  @WithDefault("4")
  int maxConcurrentCalls();

  /// When a failing model is not called for a while.
  CircuitBreaker circuitBreaker();

  /// Headers to send with each call, each `NAME: VALUE`, separated by commas. Their values are
  /// never shown.
  Optional<List<String>> headers();

  /// A folder whose files replace the prompts of the same names.
  Optional<Path> prompts();

  /// Opens after consecutive failures.
  interface CircuitBreaker {
    /// The number of consecutive failures after which the model is not called for a while.
    @WithDefault("3")
    int failureThreshold();

    /// How long the model is not called then.
    @WithDefault("30s")
    Duration delay();
  }
}
