package org.dossier.answer;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dossier.answer.extraction.AnswerConfig;
import org.dossier.answer.extraction.TimelineFinder;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.archive.reprint.ReprintSettings;
import org.dossier.archive.reprint.Reprints;
import org.dossier.database.Database;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelMeter;
import org.dossier.question.Question;
import org.dossier.retrieval.RetrievalConfig;
import org.dossier.retrieval.Retriever;
import org.dossier.retrieval.count.ArticleCounter;
import org.dossier.search.Filters;
import org.dossier.search.PassageIndex;
import org.dossier.search.indexing.BackgroundEmbedder;
import org.dossier.search.lucene.LuceneIndex;
import org.dossier.verification.StatementVerifier;
import org.dossier.verification.VerificationConfig;

/// A small archive in its own folder, indexed for lexical and vector search, with an answerer. By
/// default any passage is relevant and counts as an answer; tests of the thresholds set them.
public final class AnswererFixture implements AutoCloseable {
  /// Settings by which all evidence is relevant, and any sentence an answer.
  static final Map<String, String> CONFIDENT =
      Map.of("dossier.answer.min-confidence", "0", "dossier.answer.min-relevance", "0");

  /// Settings by which all evidence is relevant, and no sentence an answer.
  static final Map<String, String> UNSURE =
      Map.of("dossier.answer.min-confidence", "1.1", "dossier.answer.min-relevance", "0");

  /// Settings by which no evidence is relevant.
  static final Map<String, String> IRRELEVANT = Map.of("dossier.answer.min-relevance", "1.1");

  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final LocalDate ASKED = LocalDate.of(2024, 6, 1);

  private final Database database;
  private final Archive archive;
  private final EmbeddingModel embeddingModel = new EmbeddingModel(2);
  private final ReaderModel readerModel = new ReaderModel(2);
  private final PassageIndex index;
  private final Retriever retriever;

  AnswererFixture(Path folder, List<Article> articles) throws InterruptedException {
    database = Database.open(folder.resolve("archive.db"));
    archive = new Archive(database, Clock.systemUTC());
    archive.put(articles);
    var embeddings = new Embeddings(database);
    index = LuceneIndex.open(folder.resolve("index"), archive, embeddings, embeddingModel.id());
    embed(embeddings);
    retriever =
        new Retriever(
            index,
            archive,
            new Reprints(database, archive, ReprintSettings.DEFAULT),
            embeddingModel,
            readerModel,
            settings(RetrievalConfig.class, Map.of()));
  }

  static Article article(String id, String title, LocalDate published, String text) {
    return new Article(
        id, title, "Harbour Gazette", List.of(), null, "en", published, false, null, text);
  }

  static Question question(String text) {
    return new Question(text, Filters.NONE, ASKED);
  }

  Answerer answerer(ConfiguredLlm configuredLlm, ModelMeter meter) {
    return answerer(configuredLlm, meter, CONFIDENT);
  }

  /// @param settings those of the answer that differ from the defaults
  Answerer answerer(ConfiguredLlm configuredLlm, ModelMeter meter, Map<String, String> settings) {
    var statementVerifier =
        new StatementVerifier(embeddingModel, settings(VerificationConfig.class, Map.of()));
    return new Answerer(
        retriever,
        new LlmAnswerer(configuredLlm, statementVerifier, meter),
        articleCounter(),
        settings(AnswerConfig.class, settings));
  }

  TimelineFinder timelineFinder(Map<String, String> settings) {
    return new TimelineFinder(retriever, articleCounter(), settings(AnswerConfig.class, settings));
  }

  ArticleCounter articleCounter() {
    return new ArticleCounter(
        index, archive, new Reprints(database, archive, ReprintSettings.DEFAULT));
  }

  private void embed(Embeddings embeddings) throws InterruptedException {
    index.catchUp();
    try (var backgroundEmbedder =
        BackgroundEmbedder.of(archive, embeddings, index, embeddingModel)) {
      backgroundEmbedder.start();
      var deadline = Instant.now().plus(TIMEOUT);
      while (backgroundEmbedder.backlog() > 0) {
        if (Instant.now().isAfter(deadline)) {
          throw new AssertionError(backgroundEmbedder.backlog() + " passages have no vector yet");
        }
        Thread.sleep(5);
      }
    }
  }

  public static <T> T settings(Class<T> mapping, Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(mapping)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(mapping);
  }

  @Override
  public void close() {
    index.close();
    embeddingModel.close();
    readerModel.close();
    database.close();
  }
}
