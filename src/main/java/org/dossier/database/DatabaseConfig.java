package org.dossier.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Which database holds the archive. The password of a server comes from the environment alone.
@ConfigMapping(prefix = "dossier.database")
public interface DatabaseConfig {
  /// A PostgreSQL database that holds the archive: `jdbc:postgresql://HOST:PORT/NAME`, without user
  /// and password. Without it, a file in the data folder.
  Optional<String> url();

  /// The user that connects to it.
  Optional<String> user();

  /// The maximum number of concurrent connections that read; three more write.
  @WithDefault("8")
  int connections();
}
