package org.dossier.archive;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dossier.database.Database;
import org.dossier.database.QueryBatches;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All articles with all their versions, in the database. What a method here has returned is on
/// disk. Safe for any number of threads; writes happen one after another. Where the database fails,
/// each throws an [ArchiveException].
@Singleton
public final class Archive {
  private final Database database;
  private final Clock clock;

  public Archive(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Takes articles in, all or none of them: a new one is added, a changed one becomes a new
  /// version, one that says again what it said before gets that version back, an unchanged one is
  /// left alone. An article that was deleted is added anew.
  ///
  /// @return what became of each, in the order given
  public List<PutResult> put(List<Article> articles) {
    // Hashing needs no transaction, and others wait for ours to end.
    var versions = articles.stream().map(Article::version).toList();
    return database.write(handle -> {
      var rows = new ArticleRows(handle, clock.millis());
      var putResults = new ArrayList<PutResult>(articles.size());
      for (int i = 0; i < articles.size(); i++) {
        putResults.add(rows.put(articles.get(i), versions.get(i)));
      }
      return List.copyOf(putResults);
    });
  }

  /// Withdraws an article: the words of all its versions are erased, with the vectors that it was
  /// recorded complete with and no other article needs. Only the id remains, when it was first
  /// seen, and that it was deleted.
  ///
  /// @return false if there was none
  public boolean delete(String id) {
    return database.write(handle -> {
      if (find(handle, id).isEmpty()) {
        return false;
      }
      EmbeddingReferences.erase(handle, id);
      handle.execute("DELETE FROM article_version WHERE article_id = ?", id);
      handle.execute(
          "UPDATE article SET version = NULL, published = NULL, embedded = '', sequence = ?"
              + " WHERE id = ?",
          ChangeLog.next(handle),
          id);
      return true;
    });
  }

  /// The current version; empty for an unknown or a deleted article.
  public Optional<ArticleVersion> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  private static Optional<ArticleVersion> find(Handle handle, String id) {
    return handle
        .createQuery(ArticleRows.SELECT + " WHERE a.id = :id AND v.version = a.version")
        .bind("id", id)
        .map(ArticleRows::version)
        .findOne();
  }

  /// One version, current or not; empty if there is none such or the article was deleted.
  public Optional<ArticleVersion> find(String id, String version) {
    return database.read(handle ->
        handle
            .createQuery(ArticleRows.SELECT + " WHERE a.id = :id AND v.version = :version")
            .bind("id", id)
            .bind("version", version)
            .map(ArticleRows::version)
            .findOne());
  }

  /// The current versions of those articles of `ids` that have one, by id.
  public Map<String, ArticleVersion> findAll(Collection<String> ids) {
    return database.read(handle ->
        QueryBatches.query(
            ids,
            part ->
                handle
                    .createQuery(
                        ArticleRows.SELECT + " WHERE a.id IN (<ids>) AND v.version = a.version")
                    .bindList("ids", part)
                    .map(ArticleRows::version)
                    .collectToMap(found -> found.article().id(), found -> found)));
  }

  /// The versions of the articles of `ids` whose words the archive has, current or not, by id;
  /// nothing for an article that it does not know or that was withdrawn.
  public Map<String, Set<String>> versions(Collection<String> ids) {
    return database.read(handle -> QueryBatches.query(ids, part -> versions(handle, part)));
  }

  private static Map<String, Set<String>> versions(Handle handle, List<String> ids) {
    return handle
        .createQuery("SELECT article_id, version FROM article_version WHERE article_id IN (<ids>)")
        .bindList("ids", ids)
        .reduceRows(
            new HashMap<>(),
            (found, row) -> {
              found
                  .computeIfAbsent(row.getColumn("article_id", String.class), _ -> new HashSet<>())
                  .add(row.getColumn("version", String.class));
              return found;
            });
  }

  /// Whether the archive once held an article of this id and was told to delete it.
  public boolean withdrawn(String id) {
    return database.read(handle ->
        handle
            .createQuery("SELECT 1 FROM article WHERE id = :id AND version IS NULL")
            .bind("id", id)
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }

  /// Current articles by id (in the order of code points), those after `afterId` (exclusive; null
  /// for the beginning).
  public List<ArticleVersion> list(@Nullable String afterId, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                ArticleRows.SELECT
                    + " WHERE a.id > :after AND v.version = a.version ORDER BY a.id LIMIT :limit")
            // No id is empty, so all come after the empty one.
            .bind("after", afterId == null ? "" : afterId)
            .bind("limit", limit)
            .map(ArticleRows::version)
            .list());
  }

  /// Current articles, the last published first, those without a day at the end.
  public List<ArticleVersion> newest(int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                ArticleRows.SELECT
                    + """
                     WHERE v.version = a.version AND a.id IN (
                       SELECT id FROM article WHERE version IS NOT NULL
                       ORDER BY published DESC NULLS LAST, id LIMIT :limit)
                     ORDER BY a.published DESC NULLS LAST, a.id
                    """)
            .bind("limit", limit)
            .map(ArticleRows::version)
            .list());
  }

  /// The publishers of current articles, those of most articles first.
  public List<String> publishers(int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT v.publisher FROM article a
                JOIN article_version v ON v.article_id = a.id AND v.version = a.version
                WHERE v.publisher IS NOT NULL
                GROUP BY v.publisher ORDER BY count(*) DESC, v.publisher LIMIT :limit
                """)
            .bind("limit", limit)
            .mapTo(String.class)
            .list());
  }

  /// How many articles there are and the days between which they were published.
  public Summary summary() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT (SELECT count(*) FROM article WHERE version IS NOT NULL) AS articles,
                       (SELECT min(published) FROM article) AS earliest,
                       (SELECT max(published) FROM article) AS latest
                """)
            .map((row, context) ->
                new Summary(
                    row.getLong("articles"),
                    ArticleRows.day(row, "earliest"),
                    ArticleRows.day(row, "latest")))
            .one());
  }

  /// The archive in figures.
  ///
  /// @param articles how many are current
  /// @param earliest the first known day of publication; null where no article states one
  /// @param latest the last one
  public record Summary(long articles, @Nullable LocalDate earliest, @Nullable LocalDate latest) {}

  /// Tells this archive from every other: what is derived from one is of no use to another.
  public String identity() {
    return database.read(
        handle -> handle.createQuery("SELECT identity FROM archive").mapTo(String.class).one());
  }

  /// The sequence of the newest change; 0 for an archive that never changed.
  public long sequence() {
    return database.read(ChangeLog::newest);
  }

  /// The changes after `sequence`, oldest first; each article appears once, with its newest.
  /// Whoever asks again from the last one's sequence misses none, however many write meanwhile.
  public List<Change> changesAfter(long sequence, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT sequence, id, version FROM article
                WHERE sequence > :sequence ORDER BY sequence LIMIT :limit
                """)
            .bind("sequence", sequence)
            .bind("limit", limit)
            .map(ChangeLog::change)
            .list());
  }
}
