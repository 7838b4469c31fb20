package org.dossier.archive.reprint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/// How articles that print the same text are treated.
@ConfigMapping(prefix = "dossier.reprints")
public interface ReprintConfig {
  /// Whether articles that print the same text are found, and count as one source.
  @WithDefault("true")
  boolean enabled();

  /// The publishers whose articles are cited rather than others with the same text, the most
  /// preferred first, in any case; for example `Reuters,AP`. Without it, or if none of them printed
  /// the text, the earliest article is cited.
  Optional<List<String>> preferredPublishers();
}
