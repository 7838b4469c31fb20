package org.dossier.archive.reprint;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.database.Database;
import org.dossier.database.QueryBatches;
import org.jdbi.v3.core.Handle;

/// The groups of articles that print one text, as [ReprintDetector] found them. An article that was
/// changed or withdrawn since is in no group. Safe for any number of threads.
@Singleton
public final class Reprints {
  private final Database database;
  private final Archive archive;
  private final ReprintConfig config;
  private final Comparator<Article> preference;

  public Reprints(Database database, Archive archive, ReprintConfig config) {
    this.database = database;
    this.archive = archive;
    this.config = config;
    this.preference = preference(config);
  }

  private static Comparator<Article> preference(ReprintConfig config) {
    var preferred =
        config.preferredPublishers().orElse(List.of()).stream().map(Reprints::key).toList();
    return Comparator.comparingInt(
            (Article article) -> {
              int place =
                  article.publisher() == null ? -1 : preferred.indexOf(key(article.publisher()));
              return place < 0 ? preferred.size() : place;
            })
        .thenComparing(Article::published, Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(article -> article.publishedTime() == null)
        .thenComparing(Article.BY_PUBLICATION)
        .thenComparing(Article::id);
  }

  private static String key(String publisher) {
    return publisher.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /// The numbers of the groups of those articles of `ids` that share their text with another
  /// article, by article.
  public Map<String, Long> groups(Collection<String> ids) {
    return config.enabled()
        ? database.read(handle -> QueryBatches.query(ids, part -> groups(handle, part)))
        : Map.of();
  }

  /// The number of those articles of `ids` that remain if each text counts once.
  public long countWithoutReprints(Collection<String> ids) {
    var distinct = new HashSet<>(ids);
    var groups = groups(distinct);
    long reprints = (long) groups.size() - new HashSet<>(groups.values()).size();
    return distinct.size() - reprints;
  }

  private static Map<String, Long> groups(Handle handle, List<String> ids) {
    return handle
        .createQuery(
            """
            SELECT r.article_id, r.group_number FROM reprint r
            JOIN article a ON a.id = r.article_id AND a.current_version = r.version
            WHERE r.article_id IN (<ids>) AND EXISTS (
              SELECT 1 FROM reprint o
              JOIN article b ON b.id = o.article_id AND b.current_version = o.version
              WHERE o.group_number = r.group_number AND o.article_id <> r.article_id)
            """)
        .bindList("ids", ids)
        .map((row, context) -> Map.entry(row.getString("article_id"), row.getLong("group_number")))
        .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  /// The published articles of a group in the order of preference: the one to cite first.
  public List<ArticleVersion> articles(long group) {
    var versions =
        database.read(handle ->
            handle
                .createQuery("SELECT article_id, version FROM reprint WHERE group_number = :group")
                .bind("group", group)
                .reduceRows(
                    new HashMap<String, String>(),
                    (found, row) -> {
                      found.put(
                          row.getColumn("article_id", String.class),
                          row.getColumn("version", String.class));
                      return found;
                    }));
    return archive.findPublished(versions.keySet()).values().stream()
        .filter(found -> found.version().equals(versions.get(found.article().id())))
        .sorted(Comparator.comparing(ArticleVersion::article, preference))
        .toList();
  }

  /// The other articles with the text of this one, in the order of preference; possibly empty.
  public List<ArticleVersion> of(String id) {
    var group = groups(List.of(id)).get(id);
    return group == null
        ? List.of()
        : articles(group).stream()
            .filter(found -> !Objects.equals(found.article().id(), id))
            .toList();
  }
}
