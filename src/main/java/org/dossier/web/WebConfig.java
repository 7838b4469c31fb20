package org.dossier.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much one request, and all of them together, may take.
@ConfigMapping(prefix = "dossier.web")
public interface WebConfig {
  /// How large the body of a request may be, an article's left out.
  @WithDefault("64K")
  MemorySize bodyLimit();

  /// How large the body of an article may be.
  @WithDefault("8M")
  MemorySize articleBodyLimit();

  /// How many requests may be worked on at once; the next one is told to come again.
  @WithDefault("64")
  int underWayLimit();

  /// How long one request may take.
  @WithDefault("30s")
  Duration timeLimit();
}
