package org.dossier.backup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dossier.corpus.Archive;
import org.dossier.corpus.Database;
import org.dossier.index.PassageIndex;

/// Looks an archive through: its database, its articles and vectors, and its index against them.
/// Whoever asks or writes meanwhile is not held up.
@Singleton
public final class Verification {
  private static final String DAMAGED =
      "stop the server, keep a copy of the data folder, and restore a backup";

  private static final String UNUSABLE =
      "nothing is lost: the next start builds it anew, as does ./dossier rebuild";

  private final Database database;
  private final Archive archive;

  public Verification(Database database, Archive archive) {
    this.database = database;
    this.archive = archive;
  }

  /// All checks, with an index that is open. Where the database itself is damaged, the others are
  /// pointless and left out.
  public Report verify(PassageIndex index) {
    return verify(Optional::empty, () -> index);
  }

  /// All checks, with an index that is not open yet.
  ///
  /// @param indexFault why the index cannot be opened as it is; empty if it can
  /// @param index opens it
  public Report verify(Supplier<Optional<String>> indexFault, Supplier<PassageIndex> index) {
    var checks = new ArrayList<Check>();
    checks.add(Check.ofDamage("database", database.damage(), DAMAGED));
    if (checks.getFirst().passed()) {
      checks.addAll(database.read(ContentChecks::of));
      checks.addAll(
          indexFault
              .get()
              .map(fault -> List.of(Check.ofDamage("index", List.of(fault), UNUSABLE)))
              .orElseGet(() -> new IndexCheck(archive, index.get()).checks()));
    }
    return new Report(checks);
  }
}
