package org.dossier.search;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.database.Database;
import org.dossier.inference.EmbeddingModel;
import org.dossier.search.indexing.BackgroundEmbedder;
import org.dossier.search.lucene.LuceneIndex;
import org.jspecify.annotations.Nullable;

/// An archive of a harbour town's news in a folder of its own, with a database and an index that
/// can be closed and opened again.
public final class HarbourFixture implements AutoCloseable {
  public static final EmbeddingModel MODEL = new EmbeddingModel(2);

  public static final Article LOCK =
      article(
          "lock",
          "New lock opens",
          "Harbour Gazette",
          LocalDate.of(2019, 5, 14),
          """
          The harbour master opened the new lock on Tuesday. It is 240 metres long and took six \
          years to build.

          Ferries to the islands will pass it from Friday on. The old lock is to become a museum.
          """);
  public static final Article TOMATOES =
      article(
          "tomatoes",
          "Market report",
          "Islands Courier",
          LocalDate.of(2020, 7, 2),
          "Tomatoes were cheaper in July than in June. Growers on the islands blame the rain.");
  public static final Article UNDATED =
      article(
          "undated",
          "Letter to the editor",
          null,
          null,
          "The ferries are never on time, and nobody at the harbour answers the telephone.");

  /// A search engine.
  public interface Engine {
    /// The index of the archive of `fixture` in this engine.
    PassageIndex open(HarbourFixture fixture, String model);
  }

  public final Path folder;
  public final Database database;
  public final Archive archive;
  public final Embeddings embeddings;
  private final Engine engine;
  private @Nullable PassageIndex index;

  public HarbourFixture(Path folder) {
    this(folder, Database.open(folder.resolve("archive.db")));
  }

  /// @param database closed with the fixture
  public HarbourFixture(Path folder, Database database) {
    this(
        folder,
        database,
        (fixture, model) ->
            LuceneIndex.open(fixture.indexFolder(), fixture.archive, fixture.embeddings, model));
  }

  /// @param database closed with the fixture
  public HarbourFixture(Path folder, Database database, Engine engine) {
    this.folder = folder;
    this.engine = engine;
    this.database = database;
    this.archive = new Archive(database, Clock.systemUTC());
    this.embeddings = new Embeddings(database);
  }

  public static Article article(
      String id,
      @Nullable String title,
      @Nullable String publisher,
      @Nullable LocalDate published,
      String text) {
    return new Article(id, title, publisher, List.of(), null, null, published, false, null, text);
  }

  public static Article inLanguage(String id, @Nullable String language, String text) {
    return new Article(id, null, null, List.of(), null, language, null, false, null, text);
  }

  public Path indexFolder() {
    return folder.resolve("index");
  }

  /// The index, opened on first use and after [#closeIndex].
  public PassageIndex index() {
    var opened = index;
    if (opened == null) {
      opened = open(MODEL.id());
    }
    return opened;
  }

  public PassageIndex open(String model) {
    var opened = engine.open(this, model);
    index = opened;
    return opened;
  }

  public void closeIndex() {
    if (index != null) {
      index.close();
      index = null;
    }
  }

  public void put(Article... articles) {
    archive.put(List.of(articles));
    index().catchUp();
  }

  public void delete(String id) {
    archive.delete(id);
    index().catchUp();
  }

  /// Embeds every passage that has no vector yet.
  public void embed() throws InterruptedException {
    try (var backgroundEmbedder = BackgroundEmbedder.of(archive, embeddings, index(), MODEL)) {
      Waiting.until(index(), () -> backgroundEmbedder.backlog() == 0, backgroundEmbedder::start);
    }
  }

  public List<Hit> words(String question) {
    return words(question, Filters.NONE);
  }

  public List<Hit> words(String question, Filters filters) {
    return index().search(indexSnapshot -> indexSnapshot.searchLexical(question, filters, 10));
  }

  public List<String> articlesByWords(String question) {
    return words(question).stream().map(Hit::articleId).distinct().toList();
  }

  public List<Hit> vectors(String question) {
    return vectors(question, Filters.NONE);
  }

  public List<Hit> vectors(String question, Filters filters) {
    var vector = MODEL.embedQuestion(question);
    return index().search(indexSnapshot -> indexSnapshot.searchVector(vector, filters, 10));
  }

  @Override
  public void close() {
    closeIndex();
    database.close();
  }
}
