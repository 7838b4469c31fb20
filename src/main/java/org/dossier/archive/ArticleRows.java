package org.dossier.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Conversion of articles to rows and back. One instance serves one transaction.
final class ArticleRows {
  /// The columns that [#version] reads; append a WHERE clause.
  static final String SELECT =
      """
      SELECT v.article_id, v.version, v.number, v.ingested_at, v.title, v.publisher, v.authors, v.url,
             v.language, v.published, v.published_time, v.published_inferred, v.updated, v.text, v.omissions,
             a.first_ingested_at, a.current_version
      FROM article a JOIN article_version v ON v.article_id = a.id
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Handle handle;
  private final long now;

  /// @param now the time of the ingestion, in milliseconds since 1970
  ArticleRows(Handle handle, long now) {
    this.handle = handle;
    this.now = now;
  }

  /// @param current its current version; `null` if the article is deleted
  /// @param versions total number of versions it has ever had
  private record Known(@Nullable String current, int versions) {}

  PutResult put(Article article, String version) {
    var known = known(article.id());
    var current = known.map(Known::current).orElse(null);
    if (version.equals(current)) {
      updateOmissions(article, version);
      return PutResult.UNCHANGED;
    }
    int versions = known.map(Known::versions).orElse(0);
    boolean returns = current != null && has(article.id(), version);
    makeCurrent(article, version, returns ? versions : versions + 1);
    if (returns) {
      updateOmissions(article, version);
    } else {
      insert(article, version, versions + 1);
    }
    return current == null ? PutResult.ADDED : PutResult.CHANGED;
  }

  private Optional<Known> known(String id) {
    return handle
        .createQuery("SELECT current_version, version_count FROM article WHERE id = :id")
        .bind("id", id)
        .map((row, context) ->
            new Known(row.getString("current_version"), row.getInt("version_count")))
        .findOne();
  }

  private boolean has(String id, String version) {
    return handle
        .createQuery("SELECT 1 FROM article_version WHERE article_id = :id AND version = :version")
        .bind("id", id)
        .bind("version", version)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private void makeCurrent(Article article, String version, int versions) {
    handle
        .createUpdate(
            """
            INSERT INTO article
              (id, current_version, version_count, published, withheld_until, first_ingested_at,
               sequence)
            VALUES (:id, :version, :versions, :published, :withheldUntil, :now, :sequence)
            ON CONFLICT (id) DO UPDATE
            SET current_version = excluded.current_version, version_count = excluded.version_count,
                published = excluded.published, withheld_until = excluded.withheld_until,
                embedding_model = '',
                sequence = excluded.sequence
            """)
        .bind("id", article.id())
        .bind("version", version)
        .bind("versions", versions)
        .bind("published", text(article.published()))
        .bind("withheldUntil", withheldUntil(article))
        .bind("now", now)
        .bind("sequence", ChangeLog.next(handle))
        .execute();
  }

  /// The time of publication if it has not come yet; otherwise `null`.
  private @Nullable Long withheldUntil(Article article) {
    var release = article.release();
    return release == null || release.toEpochMilli() <= now ? null : release.toEpochMilli();
  }

  /// Stores the omissions of a version that exists, unless the article has none: another source may
  /// state only the text.
  private void updateOmissions(Article article, String version) {
    if (!article.omissions().isEmpty()) {
      handle
          .createUpdate(
              """
              UPDATE article_version SET omissions = :omissions
              WHERE article_id = :id AND version = :version
                AND (omissions IS NULL OR omissions <> :omissions)
              """)
          .bind("id", article.id())
          .bind("version", version)
          .bind("omissions", article.omissions().json())
          .execute();
    }
  }

  private void insert(Article article, String version, int number) {
    handle
        .createUpdate(
            """
            INSERT INTO article_version
              (article_id, version, number, ingested_at, title, publisher, authors, url, language,
               published, published_time, published_inferred, updated, text, omissions)
            VALUES
              (:id, :version, :number, :now, :title, :publisher, :authors, :url, :language,
               :published, :publishedTime, :inferred, :updated, :text, :omissions)
            """)
        .bind("id", article.id())
        .bind("version", version)
        .bind("number", number)
        .bind("now", now)
        .bind("title", article.title())
        .bind("publisher", article.publisher())
        .bind("authors", json(article.authors()))
        .bind("url", article.url())
        .bind("language", article.language())
        .bind("published", text(article.published()))
        .bind("publishedTime", Objects.toString(article.publishedTime(), null))
        .bind("inferred", article.publishedInferred() ? 1 : 0)
        .bind("updated", text(article.updated()))
        .bind("text", article.text())
        .bind("omissions", article.omissions().isEmpty() ? null : article.omissions().json())
        .execute();
  }

  /// Reads a row of [#SELECT].
  static ArticleVersion version(ResultSet row, StatementContext context) throws SQLException {
    var article =
        new Article(
            row.getString("article_id"),
            row.getString("title"),
            row.getString("publisher"),
            names(row.getString("authors")),
            row.getString("url"),
            row.getString("language"),
            day(row, "published"),
            time(row.getString("published_time")),
            row.getInt("published_inferred") == 1,
            day(row, "updated"),
            row.getString("text"),
            omissions(row.getString("omissions")));
    var version = row.getString("version");
    return new ArticleVersion(
        article,
        version,
        row.getInt("number"),
        Instant.ofEpochMilli(row.getLong("first_ingested_at")),
        Instant.ofEpochMilli(row.getLong("ingested_at")),
        version.equals(row.getString("current_version")));
  }

  static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    var day = row.getString(column);
    return day == null ? null : LocalDate.parse(day);
  }

  private static @Nullable PublishedTime time(@Nullable String text) {
    return text == null ? null : PublishedTime.parse(text);
  }

  private static Omissions omissions(@Nullable String json) {
    return json == null ? Omissions.NONE : Omissions.parse(json);
  }

  static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static String json(List<String> names) {
    try {
      return JSON.writeValueAsString(names);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write names as JSON: " + names, e);
    }
  }

  private static List<String> names(String json) throws SQLException {
    try {
      return JSON.readValue(json, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new SQLException("authors are not valid JSON: " + json, e);
    }
  }
}
