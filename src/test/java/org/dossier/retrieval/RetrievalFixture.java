package org.dossier.retrieval;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.archive.reprint.ReprintDetector;
import org.dossier.archive.reprint.ReprintSettings;
import org.dossier.archive.reprint.Reprints;
import org.dossier.database.Database;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.dossier.question.Question;
import org.dossier.search.Filters;
import org.dossier.search.PassageIndex;
import org.dossier.search.indexing.BackgroundEmbedder;
import org.dossier.search.lucene.LuceneIndex;
import org.jspecify.annotations.Nullable;

/// A small archive in a folder of its own, with an index and the real models.
final class RetrievalFixture implements AutoCloseable {
  /// Order by BM25 alone: neither vectors nor the reader count.
  static final Map<String, String> LEXICAL_ONLY =
      Map.of("dossier.retrieval.lexical-weight", "1", "dossier.retrieval.rerank.weight", "0");

  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  final Archive archive;
  final PassageIndex index;
  final EmbeddingModel embeddingModel = new EmbeddingModel(2);
  final ReaderModel readerModel = new ReaderModel(2);
  private final Database database;
  private final Embeddings embeddings;

  RetrievalFixture(Path folder, Article... articles) {
    database = Database.open(folder.resolve("archive.db"));
    archive = new Archive(database, Clock.systemUTC());
    embeddings = new Embeddings(database);
    archive.put(List.of(articles));
    index = LuceneIndex.open(folder.resolve("index"), archive, embeddings, embeddingModel.id());
  }

  static Article article(String id, String text) {
    return article(id, null, null, "en", text);
  }

  static Article article(
      String id,
      @Nullable String publisher,
      @Nullable LocalDate published,
      @Nullable String language,
      String text) {
    return new Article(
        id, null, publisher, List.of(), null, language, published, false, null, text);
  }

  static Question question(String text) {
    return question(text, Filters.NONE);
  }

  static Question question(String text, Filters filters) {
    return new Question(text, filters, TODAY);
  }

  /// The mapping as the program reads it, with `settings` and defaults for all others.
  static RetrievalConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(settings, "test", 1_000))
        .withMapping(RetrievalConfig.class)
        .build()
        .getConfigMapping(RetrievalConfig.class);
  }

  /// Compares all articles with the others.
  void detectReprints() {
    var reprintDetector = new ReprintDetector(database, archive, ReprintSettings.DEFAULT);
    while (reprintDetector.step()) {
      // Each step processes some changes.
    }
  }

  Retriever retriever(Map<String, String> settings) {
    return new Retriever(
        index,
        archive,
        new Reprints(database, archive, ReprintSettings.DEFAULT),
        embeddingModel,
        readerModel,
        config(settings));
  }

  /// Changes the archive and leaves the index as it is.
  void putUnindexed(Article... articles) {
    archive.put(List.of(articles));
  }

  /// Returns once every passage has a vector.
  void embed() throws InterruptedException {
    index.catchUp();
    try (var backgroundEmbedder =
        BackgroundEmbedder.of(archive, embeddings, index, embeddingModel)) {
      backgroundEmbedder.start();
      var deadline = Instant.now().plus(TIMEOUT);
      while (backgroundEmbedder.backlog() > 0) {
        if (Instant.now().isAfter(deadline)) {
          throw new AssertionError(backgroundEmbedder.backlog() + " passages without a vector");
        }
        Thread.sleep(5);
      }
    }
  }

  @Override
  public void close() {
    index.close();
    readerModel.close();
    embeddingModel.close();
    database.close();
  }
}
