package org.dossier.corpus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Which database holds the archive. The password of a server comes from the environment alone.
@ConfigMapping(prefix = "dossier.database")
public interface DatabaseConfig {
  /// A PostgreSQL database; without one, a file in the data folder.
  Optional<String> url();

  /// Who connects to it.
  Optional<String> user();

  /// How many may read from it at once; three more connections write.
  @WithDefault("8")
  int connections();
}
