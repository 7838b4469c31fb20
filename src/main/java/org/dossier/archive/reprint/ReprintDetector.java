package org.dossier.archive.reprint;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Archive;
import org.dossier.archive.Change;
import org.dossier.archive.reprint.ReprintRows.Compared;
import org.dossier.database.Database;
import org.jdbi.v3.core.Handle;

/// Finds the articles that print the text of another one: candidates by MinHash and
/// locality-sensitive hashing ([Signature]), which are then compared word by word ([ReprintRule]).
///
/// It follows the archive's change log, as the index does, and stores how far it is with each step.
/// Therefore an archive of an earlier version is processed like new articles, and a kill loses
/// nothing. Of several processes on one archive, one at a time detects. Safe for any number of
/// threads.
@Singleton
public final class ReprintDetector {
  private static final String LOCK = "reprints";

  /// One step takes about a tenth of a second, for which other writers wait.
  private static final int CHANGES_PER_STEP = 50;

  private final Database database;
  private final Archive archive;
  private final ReprintConfig config;

  public ReprintDetector(Database database, Archive archive, ReprintConfig config) {
    this.database = database;
    this.archive = archive;
    this.config = config;
  }

  /// Processes the next few changes of the archive.
  ///
  /// @return false if nothing is left to do, another process does it, or detection is disabled
  public boolean step() {
    if (!config.enabled() || backlog() == 0 || !database.clusterLocks().tryAcquire(LOCK)) {
      return false;
    }
    var changes = archive.changesAfter(progress(), CHANGES_PER_STEP);
    var compared = compare(changes);
    return database.write(handle -> {
      boolean isOurs = database.clusterLocks().isHeld(handle, LOCK);
      return isOurs && apply(handle, changes, compared);
    });
  }

  /// The number of changed articles that are not processed yet; 0 if detection is disabled.
  public long backlog() {
    return config.enabled()
        ? database.<Long>read(handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM article WHERE sequence > (SELECT sequence FROM reprint_progress)")
                .mapTo(Long.class)
                .one())
        : 0;
  }

  /// Forgets all results, so that every article is compared again. To be called when the articles
  /// are replaced by those of another archive.
  public static void reset(Handle handle) {
    handle.execute("DELETE FROM reprint_band");
    handle.execute("DELETE FROM reprint");
    handle.execute("UPDATE reprint_progress SET sequence = 0");
  }

  private long progress() {
    return database.read(ReprintDetector::progress);
  }

  private static long progress(Handle handle) {
    return handle.createQuery("SELECT sequence FROM reprint_progress").mapTo(Long.class).one();
  }

  /// The articles whose current version is not compared yet, by id, with their signatures. Needs no
  /// transaction; done outside of one, it does not delay other writers.
  private Map<String, Compared> compare(List<Change> changes) {
    var changed =
        database.read(handle -> {
          var rows = new ReprintRows(handle, archive);
          return changes.stream()
              .filter(change -> !rows.isCompared(change))
              .map(Change::articleId)
              .toList();
        });
    var compared = new HashMap<String, Compared>();
    archive.findAll(changed).forEach((id, source) -> compared.put(id, Compared.of(source)));
    return compared;
  }

  private boolean apply(Handle handle, List<Change> changes, Map<String, Compared> compared) {
    var rows = new ReprintRows(handle, archive);
    for (var change : changes) {
      if (!rows.isCompared(change)) {
        rows.find(change.articleId()).ifPresent(rows::remove);
        // A version that changed in the meantime has a later change, too.
        var article = compared.get(change.articleId());
        if (article != null) {
          rows.add(article);
        }
      }
    }
    if (!changes.isEmpty()) {
      handle.execute(
          "UPDATE reprint_progress SET sequence = ? WHERE id = 1", changes.getLast().sequence());
    }
    return !changes.isEmpty();
  }
}
