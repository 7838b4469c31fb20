package org.dossier.database;

import java.nio.file.Path;

/// The databases that an archive may lie in: what holds for one holds for the other.
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

  /// The database that belongs to `folder`, empty when it is opened for the first time.
  public abstract Database open(Path folder);

  /// The same as another process would have it. Where there can be none, `database` itself.
  public abstract Database inAnotherProcess(Database database, Path folder);

  /// How messages call it.
  abstract String name(Path folder);
}
