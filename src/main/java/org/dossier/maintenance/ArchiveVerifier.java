package org.dossier.maintenance;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dossier.archive.Archive;
import org.dossier.database.ArchiveException;
import org.dossier.database.Database;
import org.dossier.search.IndexFault;
import org.dossier.search.PassageIndex;

/// A verifier of an archive: its database, its articles and vectors, and its index against them. It
/// blocks neither readers nor writers.
@Singleton
public final class ArchiveVerifier {
  private static final String DATABASE = "database";

  private static final String DAMAGED =
      "stop the server, keep a copy of the data folder, and restore a backup";

  private static final String UNUSABLE =
      "nothing is lost: the next start rebuilds it, and so does ./dossier reindex";

  private final Database database;
  private final Archive archive;

  public ArchiveVerifier(Database database, Archive archive) {
    this.database = database;
    this.archive = archive;
  }

  /// Runs all checks with an open index. If the database itself is damaged, the others are
  /// pointless and left out.
  public IntegrityReport verify(PassageIndex index) {
    return verify(Optional::empty, () -> index);
  }

  /// Runs all checks with an index that is not open yet.
  ///
  /// @param indexFault why the index cannot be opened as it is; empty if it can
  /// @param index opens it
  public IntegrityReport verify(
      Supplier<Optional<IndexFault>> indexFault, Supplier<PassageIndex> index) {
    var integrityChecks = new ArrayList<IntegrityCheck>();
    try {
      integrityChecks.add(IntegrityCheck.ofDamage(DATABASE, database.integrityProblems(), DAMAGED));
      if (integrityChecks.getFirst().passed()) {
        integrityChecks.addAll(database.read(ContentChecks::run));
        integrityChecks.addAll(index(indexFault.get(), index));
      }
    } catch (ArchiveException e) {
      if (!e.isDamage()) {
        throw e;
      }
      // SQLite's own check does not read everything that a query reads.
      integrityChecks.add(reportDamage(e));
    }
    return new IntegrityReport(integrityChecks);
  }

  /// The report on an archive that cannot be opened.
  ///
  /// @param fault why
  /// @return empty if the reason is not a damaged database
  public static Optional<IntegrityReport> reportUnopened(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .filter(ArchiveException.class::isInstance)
        .map(ArchiveException.class::cast)
        .filter(ArchiveException::isDamage)
        .map(e -> new IntegrityReport(List.of(reportDamage(e))))
        .findFirst();
  }

  private static IntegrityCheck reportDamage(ArchiveException e) {
    return IntegrityCheck.ofDamage(DATABASE, List.of(String.valueOf(e.getMessage())), DAMAGED);
  }

  /// The check of an index that is stale or was never built is no damage: the index is derived
  /// data, and the next start builds it.
  private List<IntegrityCheck> index(Optional<IndexFault> fault, Supplier<PassageIndex> index) {
    if (fault.isEmpty()) {
      return new IndexCheck(archive, index.get()).checks();
    }
    var what = fault.get().reason();
    return fault.get().damaged()
        ? List.of(IntegrityCheck.ofDamage("index", List.of(what), UNUSABLE))
        : List.of(new IntegrityCheck("index, still to be built", 0, 0, List.of()));
  }
}
