package org.dossier.retrieval.count;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.archive.reprint.ReprintDetector;
import org.dossier.archive.reprint.ReprintSettings;
import org.dossier.archive.reprint.Reprints;
import org.dossier.database.Database;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.search.PassageIndex;
import org.dossier.search.lucene.LuceneIndex;
import org.jspecify.annotations.Nullable;

/// A small archive in a folder of its own, with a database and an index, and a counter.
final class CountArchive implements AutoCloseable {
  final Archive archive;
  final PassageIndex index;
  final ArticleCounter counter;
  private final Database database;

  CountArchive(Path folder) {
    database = Database.open(folder.resolve("archive.db"));
    archive = new Archive(database, Clock.systemUTC());
    index =
        LuceneIndex.open(folder.resolve("index"), archive, new Embeddings(database), "no model");
    counter =
        new ArticleCounter(
            index, archive, new Reprints(database, archive, ReprintSettings.DEFAULT));
  }

  static Article article(
      String id,
      @Nullable String title,
      @Nullable String publisher,
      @Nullable LocalDate published,
      String text) {
    return new Article(id, title, publisher, List.of(), null, "en", published, false, null, text);
  }

  void put(Article... articles) {
    archive.put(List.of(articles));
    index.catchUp();
  }

  void put(String id, String text) {
    put(article(id, null, null, null, text));
  }

  /// Compares all articles with each other.
  void detectReprints() {
    var detector = new ReprintDetector(database, archive, ReprintSettings.DEFAULT);
    while (detector.step()) {
      // Each step processes some changes.
    }
  }

  void delete(String id) {
    archive.delete(id);
    index.catchUp();
  }

  long count(String... names) {
    return count(ArticleQuery.all(List.of(names), Filters.NONE)).articles();
  }

  CountResult count(ArticleQuery query, Property... by) {
    return counter.count(query, List.of(by), null, 100);
  }

  List<String> ids(String name) {
    return count(ArticleQuery.all(List.of(name), Filters.NONE)).page().stream()
        .map(counted -> counted.source().article().id())
        .toList();
  }

  @Override
  public void close() {
    index.close();
    database.close();
  }
}
