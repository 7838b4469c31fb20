package org.dossier.database;

import java.nio.file.Path;

/// The kinds of databases for an archive; both have the same contract.
public enum Storage {
  EMBEDDED {
    @Override
    public Database open(Path folder) {
      return Database.open(folder.resolve("archive.db"));
    }

    @Override
    public Database inAnotherProcess(Database database, Path folder) {
      return database;
    }

    @Override
    String name(Path folder) {
      return folder.resolve("archive.db").toString();
    }
  },
  POSTGRESQL {
    @Override
    public Database open(Path folder) {
      return Database.open(TestServer.database(folder));
    }

    @Override
    public Database inAnotherProcess(Database database, Path folder) {
      return open(folder);
    }

    @Override
    String name(Path folder) {
      return TestServer.database(folder).address();
    }
  };

  /// The database that belongs to `folder`; empty when it is opened for the first time.
  public abstract Database open(Path folder);

  /// The same database as another process would open it; `database` itself if there can be no other
  /// process.
  public abstract Database inAnotherProcess(Database database, Path folder);

  /// Its name in messages.
  abstract String name(Path folder);
}
