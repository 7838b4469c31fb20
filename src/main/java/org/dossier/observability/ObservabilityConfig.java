package org.dossier.observability;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Content of logs and traces.
@ConfigMapping(prefix = "dossier.observability")
public interface ObservabilityConfig {
  /// The log.
  Log log();

  /// The log goes to standard error.
  interface Log {
    /// Whether each line of the log is a JSON object for programs, rather than text for people.
    @WithDefault("false")
    boolean json();

    /// Whether the log line of a question contains the question.
    @WithDefault("false")
    boolean questions();
  }

  /// Traces are switched on by `quarkus.otel.sdk.disabled=false`.
  Traces traces();

  /// Content of the trace of a question.
  interface Traces {
    /// Whether the trace of a question contains the question.
    @WithDefault("false")
    boolean questions();
  }
}
