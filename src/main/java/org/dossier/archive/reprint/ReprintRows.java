package org.dossier.archive.reprint;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Change;
import org.dossier.archive.reprint.ReprintRule.Candidate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of compared articles. One instance serves one transaction.
final class ReprintRows {
  /// The number of similar texts that are compared word by word. Of more, such as the pages of one
  /// template, the most similar ones are enough.
  private static final int MAX_CANDIDATES = 20;

  /// The number of articles with a band in common whose signatures are compared.
  private static final int MAX_LOOKED_UP = 200;

  /// The least estimated similarity. That of reprints with 40 % of the words exchanged is 0.2 ±
  /// 0.04.
  private static final double MIN_SIMILARITY = 0.1;

  private final Handle handle;
  private final Archive archive;
  private long last = -1;

  ReprintRows(Handle handle, Archive archive) {
    this.handle = handle;
    this.archive = archive;
  }

  /// A row without its signature.
  record Row(String articleId, String version, long group) {}

  /// An article to compare.
  ///
  /// @param signature that of its text
  record Compared(ArticleVersion source, Signature signature, Candidate candidate) {
    static Compared of(ArticleVersion source) {
      var candidate = new Candidate(source.article());
      return new Compared(source, Signature.of(candidate.words()), candidate);
    }
  }

  Optional<Row> find(String articleId) {
    return handle
        .createQuery("SELECT article_id, version, group_number FROM reprint WHERE article_id = :id")
        .bind("id", articleId)
        .map((row, context) ->
            new Row(
                row.getString("article_id"), row.getString("version"), row.getLong("group_number")))
        .findOne();
  }

  /// Whether the state of the article after this change was compared already: a change of vectors
  /// only is a change, too.
  boolean isCompared(Change change) {
    var version = find(change.articleId()).map(Row::version).orElse(null);
    return Objects.equals(version, change.version());
  }

  /// Adds an article to the group of the article whose text is most similar, or to a new group.
  void add(Compared compared) {
    long number = nextNumber();
    insert(compared, number, mostSimilarGroup(compared).orElse(number));
  }

  private long nextNumber() {
    if (last < 0) {
      last =
          handle
              .createQuery("SELECT coalesce(max(number), 0) FROM reprint")
              .mapTo(Long.class)
              .one();
    }
    last++;
    return last;
  }

  private void insert(Compared compared, long number, long group) {
    handle.execute(
        "INSERT INTO reprint (article_id, version, number, group_number, signature)"
            + " VALUES (?, ?, ?, ?, ?)",
        compared.source().article().id(),
        compared.source().version(),
        number,
        group,
        compared.signature().bytes());
    insertBands(distinctBands(compared.signature()), number);
  }

  /// Inserts all of them by one statement, because the cost of a statement exceeds that of a row.
  private void insertBands(List<Integer> bands, long number) {
    if (bands.isEmpty()) {
      return;
    }
    var rows = String.join(", ", Collections.nCopies(bands.size(), "(?, ?)"));
    var insert = handle.createUpdate("INSERT INTO reprint_band (hash, number) VALUES " + rows);
    for (int i = 0; i < bands.size(); i++) {
      insert.bind(2 * i, bands.get(i)).bind(2 * i + 1, number);
    }
    insert.execute();
  }

  private Optional<Long> mostSimilarGroup(Compared compared) {
    record Match(long group, double overlap) {}
    var similar = similar(compared.signature());
    if (similar.isEmpty()) {
      return Optional.empty();
    }
    var current = archive.findAll(similar.stream().map(Similar::articleId).toList());
    return similar.stream()
        .map(one -> new Match(one.group(), overlap(compared, one, current.get(one.articleId()))))
        .filter(match -> match.overlap() > 0)
        .max(
            Comparator.comparingDouble(Match::overlap)
                .thenComparing(Match::group, Comparator.reverseOrder()))
        .map(Match::group);
  }

  /// @param current the current version of the similar article, which may have changed since it was
  ///   compared; `null` if the article was withdrawn
  private static double overlap(
      Compared compared, Similar similar, @Nullable ArticleVersion current) {
    return current == null || !current.version().equals(similar.version())
        ? 0
        : ReprintRule.match(compared.candidate(), new Candidate(current.article()));
  }

  /// An article that may have a similar text.
  private record Similar(String articleId, String version, long group, double similarity) {}

  private List<Similar> similar(Signature signature) {
    var bands = distinctBands(signature);
    if (bands.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            SELECT r.article_id, r.version, r.group_number, r.signature
            FROM (SELECT number, count(*) AS bands FROM reprint_band WHERE hash IN (<bands>)
                  GROUP BY number ORDER BY bands DESC, number LIMIT :limit) found
            JOIN reprint r ON r.number = found.number
            """)
        .bindList("bands", bands)
        .bind("limit", MAX_LOOKED_UP)
        .map((row, context) ->
            new Similar(
                row.getString("article_id"),
                row.getString("version"),
                row.getLong("group_number"),
                signature.similarity(Signature.of(row.getBytes("signature")))))
        .stream()
        .filter(similar -> similar.similarity() >= MIN_SIMILARITY)
        .sorted(
            Comparator.comparingDouble(Similar::similarity)
                .reversed()
                .thenComparing(Similar::articleId))
        .limit(MAX_CANDIDATES)
        .toList();
  }

  private static List<Integer> distinctBands(Signature signature) {
    return Arrays.stream(signature.bands()).distinct().boxed().toList();
  }

  /// Removes an article. The other articles of its group are compared again, because it may have
  /// been the only link between them.
  void remove(Row row) {
    var others =
        handle
            .createQuery(
                "SELECT article_id FROM reprint WHERE group_number = :group ORDER BY number")
            .bind("group", row.group())
            .mapTo(String.class)
            .list();
    others.forEach(this::delete);
    others.stream()
        .filter(id -> !id.equals(row.articleId()))
        .flatMap(id -> archive.find(id).stream())
        .map(Compared::of)
        .forEach(this::add);
  }

  private void delete(String articleId) {
    record Stored(long number, Signature signature) {}
    handle
        .createQuery("SELECT number, signature FROM reprint WHERE article_id = :id")
        .bind("id", articleId)
        .map((row, context) ->
            new Stored(row.getLong("number"), Signature.of(row.getBytes("signature"))))
        .findOne()
        .ifPresent(stored -> deleteBands(stored.signature(), stored.number()));
    handle.execute("DELETE FROM reprint WHERE article_id = ?", articleId);
  }

  private void deleteBands(Signature signature, long number) {
    var bands = distinctBands(signature);
    if (bands.isEmpty()) {
      return;
    }
    var batch = handle.prepareBatch("DELETE FROM reprint_band WHERE hash = ? AND number = ?");
    bands.forEach(band -> batch.add(band, number));
    batch.execute();
  }
}
