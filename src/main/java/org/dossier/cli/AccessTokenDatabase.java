package org.dossier.cli;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.dossier.auth.AccessTokenStore;
import org.dossier.cli.startup.DataFolderWaiter;
import org.dossier.cli.startup.DossierConfig;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.database.DatabaseConfig;
import org.dossier.database.PostgresSettings;

/// The database of access tokens, opened for one operation at a time, next to any server that has
/// it open.
@Singleton
public final class AccessTokenDatabase {
  private final DossierConfig config;
  private final Optional<PostgresSettings> server;
  private final Clock clock;

  public AccessTokenDatabase(DossierConfig config, DatabaseConfig database, Clock clock) {
    this.config = config;
    this.server = PostgresSettings.of(database, System.getenv());
    this.clock = clock;
  }

  public <T> T apply(Function<AccessTokenStore, T> operation) {
    if (server.isPresent()) {
      try (var database = Database.open(server.get())) {
        return operation.apply(new AccessTokenStore(database, clock));
      }
    }
    if (DataFolder.holder(config.data()).isPresent()) {
      try (var database = Database.openShared(config.data())) {
        return operation.apply(new AccessTokenStore(database, clock));
      }
    }
    try (var folder = DataFolderWaiter.open(config.data(), config.dataLockTimeout());
        var database = Database.open(folder.database())) {
      return operation.apply(new AccessTokenStore(database, clock));
    }
  }
}
