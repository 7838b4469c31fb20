package org.dossier.observability;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What logs and traces show.
@ConfigMapping(prefix = "dossier.observing")
public interface ObservabilityConfig {
  /// The log.
  Log log();

  /// The log goes to standard error.
  interface Log {
    /// Whether each line of the log is a JSON object, for programs, rather than words for people.
    @WithDefault("false")
    boolean json();

    /// Whether the line of a question shows what was asked.
    @WithDefault("false")
    boolean questions();
  }

  /// Traces are switched on by `quarkus.otel.sdk.disabled=false`.
  Traces traces();

  /// What a trace shows of a question.
  interface Traces {
    /// Whether the trace of a question shows what was asked.
    @WithDefault("false")
    boolean questions();
  }
}
