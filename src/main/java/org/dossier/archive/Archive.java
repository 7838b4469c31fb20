package org.dossier.archive;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dossier.database.Database;
import org.dossier.database.QueryBatches;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All articles with all their versions, stored in the database. When a method that writes returns,
/// its changes are on disk. Safe for any number of threads; writes run one after another. Every
/// method throws an [ArchiveException] if the database fails.
@Singleton
public final class Archive {
  private final Database database;
  private final Clock clock;
  private final Embargo embargo;

  public Archive(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.embargo = new Embargo(database, clock);
  }

  /// Stores articles, all or none of them. A new article is added. A changed article gets a new
  /// version; if its content equals that of an earlier version, that version becomes current again.
  /// An unchanged article is not modified. A deleted article is added again.
  ///
  /// @return the result for each article, in the given order
  public List<PutResult> put(List<Article> articles) {
    // Hashing needs no transaction; done here, it does not delay other writers.
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

  /// Stores an article, as [#put(List)], if `condition` accepts its current version.
  ///
  /// @param condition receives the current version; empty if the archive has no such article
  /// @return the result; empty if the condition rejects the version
  public Optional<PutResult> put(Article article, Predicate<Optional<String>> condition) {
    var version = article.version();
    return database.write(handle ->
        condition.test(find(handle, article.id()).map(ArticleVersion::version))
            ? Optional.of(new ArticleRows(handle, clock.millis()).put(article, version))
            : Optional.empty());
  }

  /// Withdraws articles, as [#delete(String)], all or none of them.
  ///
  /// @return the number of articles that the archive had
  public int deleteAll(Collection<String> ids) {
    return database.write(handle -> (int) ids.stream().filter(id -> delete(handle, id)).count());
  }

  /// Withdraws an article, as [#delete(String)], if `condition` accepts its current version.
  ///
  /// @return false if the condition rejects it, or the archive has no such article
  public boolean delete(String id, Predicate<Optional<String>> condition) {
    return database.write(handle ->
        condition.test(find(handle, id).map(ArticleVersion::version)) && delete(handle, id));
  }

  /// Withdraws an article: erases the text of all its versions, and the vectors that no other
  /// article needs. Only the id, the time when it was first seen, and the fact of its deletion
  /// remain.
  ///
  /// @return false if the archive has no such article
  public boolean delete(String id) {
    return database.write(handle -> delete(handle, id));
  }

  private static boolean delete(Handle handle, String id) {
    if (find(handle, id).isEmpty()) {
      return false;
    }
    EmbeddingReferences.erase(handle, id);
    handle.execute("DELETE FROM article_version WHERE article_id = ?", id);
    handle.execute(
        "UPDATE article SET current_version = NULL, published = NULL, withheld_until = NULL,"
            + " embedding_model = '', sequence = ? WHERE id = ?",
        ChangeLog.next(handle),
        id);
    return true;
  }

  /// The current version; empty if the article is unknown or deleted.
  public Optional<ArticleVersion> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  private static Optional<ArticleVersion> find(Handle handle, String id) {
    return handle
        .createQuery(ArticleRows.SELECT + " WHERE a.id = :id AND v.version = a.current_version")
        .bind("id", id)
        .map(ArticleRows::version)
        .findOne();
  }

  /// One version, current or not; empty if it does not exist or the article was deleted.
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
    return findAll(ids, "");
  }

  /// The same without articles whose time of publication has not come yet.
  public Map<String, ArticleVersion> findPublished(Collection<String> ids) {
    return findAll(ids, " AND a.withheld_until IS NULL");
  }

  private Map<String, ArticleVersion> findAll(Collection<String> ids, String condition) {
    return database.read(handle ->
        QueryBatches.query(
            ids,
            part ->
                handle
                    .createQuery(
                        ArticleRows.SELECT
                            + " WHERE a.id IN (<ids>) AND v.version = a.current_version"
                            + condition)
                    .bindList("ids", part)
                    .map(ArticleRows::version)
                    .collectToMap(found -> found.article().id(), found -> found)));
  }

  /// The version that an article had at the end of `day`, by the days that its source states: the
  /// first version counts from the publication, a later one from the day of the change that it
  /// states, or else from the day on which it was ingested. Empty if the article has no version of
  /// that time, or is unknown or withdrawn.
  public Optional<ArticleVersion> findAsOf(String id, LocalDate day) {
    return database.read(handle ->
        handle
            .createQuery(ArticleRows.SELECT + " WHERE a.id = :id")
            .bind("id", id)
            .map(ArticleRows::version)
            .stream()
            .filter(version -> !version.begins().isAfter(day))
            .max(Comparator.comparingInt(ArticleVersion::number)));
  }

  /// The stored versions of the articles of `ids`, current or not, by id. An article that is
  /// unknown or withdrawn has no entry.
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

  /// The time of publication of an article if it has not come yet: until then, the article is
  /// neither indexed nor listed nor counted. Empty for any other article.
  public Optional<Instant> withheldUntil(String id) {
    return embargo.of(id);
  }

  /// Makes changes of the articles whose time of publication has come since the last call.
  public void endEmbargoes() {
    embargo.end();
  }

  /// True if the archive once held an article with this id and it was deleted.
  public boolean isWithdrawn(String id) {
    return database.read(handle ->
        handle
            .createQuery("SELECT 1 FROM article WHERE id = :id AND current_version IS NULL")
            .bind("id", id)
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }

  /// Current published articles by id (in code point order), those after `afterId` (exclusive;
  /// `null` for the beginning).
  public List<ArticleVersion> list(@Nullable String afterId, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                ArticleRows.SELECT
                    + " WHERE a.id > :after AND v.version = a.current_version"
                    + " AND a.withheld_until IS NULL ORDER BY a.id LIMIT :limit")
            // No id is empty, so all come after the empty one.
            .bind("after", afterId == null ? "" : afterId)
            .bind("limit", limit)
            .map(ArticleRows::version)
            .list());
  }

  /// The ids of the current articles with these metadata, in code point order. With a limit of the
  /// period, articles without a publication date are excluded.
  ///
  /// @param from the first day of publication; `null` for no limit
  /// @param to the last day of publication; `null` for no limit
  /// @param publisher accepts a publisher; receives an empty value if none is stated
  public List<String> ids(
      @Nullable LocalDate from, @Nullable LocalDate to, Predicate<Optional<String>> publisher) {
    record Row(String id, Optional<String> publisher) {}
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT a.id, v.publisher FROM article a
                JOIN article_version v ON v.article_id = a.id AND v.version = a.current_version
                WHERE (:from = '' OR a.published >= :from) AND (:to = '' OR a.published <= :to)
                ORDER BY a.id
                """)
            .bind("from", from == null ? "" : from.toString())
            .bind("to", to == null ? "" : to.toString())
            .map((row, context) ->
                new Row(row.getString("id"), Optional.ofNullable(row.getString("publisher"))))
            .stream()
            .filter(row -> publisher.test(row.publisher()))
            .map(Row::id)
            .toList());
  }

  /// Current published articles, most recently published first, those without a date last. Articles
  /// of one day are ordered by their time, those without one as if published at its beginning.
  public List<ArticleVersion> newest(int limit) {
    return byPublication("DESC", limit);
  }

  /// Current published articles, least recently published first, in the order of [#newest]
  /// otherwise.
  public List<ArticleVersion> oldest(int limit) {
    return byPublication("ASC", limit);
  }

  private List<ArticleVersion> byPublication(String order, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                ArticleRows.SELECT
                    + """
                     WHERE v.version = a.current_version AND a.id IN (
                       SELECT d.id FROM article d
                       JOIN article_version e ON e.article_id = d.id AND e.version = d.current_version
                       WHERE d.withheld_until IS NULL
                       ORDER BY d.published <order> NULLS LAST, coalesce(e.published_time, '') <order>, d.id
                       LIMIT :limit)
                     ORDER BY a.published <order> NULLS LAST, coalesce(v.published_time, '') <order>, a.id
                    """)
            .define("order", order)
            .bind("limit", limit)
            .map(ArticleRows::version)
            .list());
  }

  /// The publishers of current published articles, those with the most articles first.
  public List<String> publishers(int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT v.publisher FROM article a
                JOIN article_version v ON v.article_id = a.id AND v.version = a.current_version
                WHERE v.publisher IS NOT NULL AND a.withheld_until IS NULL
                GROUP BY v.publisher ORDER BY count(*) DESC, v.publisher LIMIT :limit
                """)
            .bind("limit", limit)
            .mapTo(String.class)
            .list());
  }

  /// The number of published articles and the range of their publication dates.
  public Summary summary() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT (SELECT count(*) FROM article
                        WHERE current_version IS NOT NULL AND withheld_until IS NULL) AS articles,
                       (SELECT min(published) FROM article WHERE withheld_until IS NULL) AS earliest,
                       (SELECT max(published) FROM article WHERE withheld_until IS NULL) AS latest
                """)
            .map((row, context) ->
                new Summary(
                    row.getLong("articles"),
                    ArticleRows.day(row, "earliest"),
                    ArticleRows.day(row, "latest")))
            .one());
  }

  /// Summary figures of the archive.
  ///
  /// @param articles number of current published articles
  /// @param earliest the first known publication date; `null` if no article states one
  /// @param latest the last known publication date; `null` if no article states one
  public record Summary(long articles, @Nullable LocalDate earliest, @Nullable LocalDate latest) {}

  /// The identity of this archive, different for every archive: data derived from one archive is
  /// invalid for another.
  public String identity() {
    return database.read(
        handle -> handle.createQuery("SELECT identity FROM archive").mapTo(String.class).one());
  }

  /// The sequence of the newest change; 0 for an archive that never changed.
  public long sequence() {
    return database.read(ChangeLog::newest);
  }

  /// The changes after `sequence`, oldest first; each article occurs once, with its newest change.
  /// A caller that continues from the last returned sequence misses none, even with concurrent
  /// writers.
  public List<Change> changesAfter(long sequence, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT sequence, id, current_version FROM article
                WHERE sequence > :sequence ORDER BY sequence LIMIT :limit
                """)
            .bind("sequence", sequence)
            .bind("limit", limit)
            .map(ChangeLog::change)
            .list());
  }
}
