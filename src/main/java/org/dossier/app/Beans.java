package org.dossier.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.dossier.archive.Archive;
import org.dossier.archive.Embeddings;
import org.dossier.archive.reprint.ReprintDetector;
import org.dossier.chat.conversation.Conversations;
import org.dossier.chat.rewriting.LlmRewriter;
import org.dossier.chat.rewriting.Rewriter;
import org.dossier.cli.startup.DataFolderWaiter;
import org.dossier.cli.startup.DossierConfig;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.database.DatabaseConfig;
import org.dossier.database.PostgresSettings;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelConfig;
import org.dossier.llm.ModelMeter;
import org.dossier.search.IndexInspector;
import org.dossier.search.PassageIndex;
import org.dossier.search.indexing.BackgroundEmbedder;
import org.dossier.search.indexing.ChangeLogFollower;
import org.dossier.search.indexing.Purger;
import org.dossier.search.indexing.ReprintFollower;
import org.dossier.search.lucene.LuceneIndex;
import org.dossier.search.opensearch.OpenSearchConfig;
import org.dossier.search.opensearch.OpenSearchIndex;
import org.dossier.search.opensearch.OpenSearchSettings;
import org.jboss.logging.Logger;

/// Producer of the long-lived objects of the program. Each is opened when it is first needed, after
/// the objects that it depends on, and closed in the reverse order when the program ends. A clean
/// stop commits the index and releases the data folder.
@Singleton
final class Beans {
  private static final Logger LOG = Logger.getLogger(Beans.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  DataFolder dataFolder(DossierConfig config) {
    return closeAtEnd(DataFolderWaiter.open(config.data(), config.dataLockTimeout()));
  }

  @Produces
  @Singleton
  Database database(DatabaseConfig config, Instance<DataFolder> folder) {
    // The password is not a setting, so that no dump of the settings contains it.
    var server = PostgresSettings.of(config, System.getenv());
    return closeAtEnd(
        server.map(Database::open).orElseGet(() -> Database.open(folder.get().requireDatabase())));
  }

  @Produces
  @Singleton
  EmbeddingModel embeddingModel() {
    return closeAtEnd(ModelPreloader.takeEmbeddingModel());
  }

  @Produces
  @Singleton
  ReaderModel reader() {
    return closeAtEnd(ModelPreloader.takeReader());
  }

  /// Keys come only from the environment, so that no dump of the settings contains one.
  @Produces
  @Singleton
  ConfiguredLlm models(ModelConfig config, ModelMeter meter) {
    return ConfiguredLlm.of(config, System.getenv(), meter);
  }

  @Produces
  @Singleton
  PassageIndex passageIndex(
      Instance<DataFolder> folder,
      OpenSearchConfig config,
      Database database,
      Archive archive,
      Embeddings embeddings,
      EmbeddingModel model) {
    // The password is not a setting, as that of the database.
    var cluster = OpenSearchSettings.of(config, System.getenv());
    return closeAtEnd(
        cluster
            .<PassageIndex>map(settings ->
                OpenSearchIndex.open(
                    settings, archive, embeddings, database.clusterLocks(), model.id()))
            .orElseGet(
                () -> LuceneIndex.open(folder.get().index(), archive, embeddings, model.id())));
  }

  @Produces
  @Singleton
  IndexInspector indexInspector(
      Instance<DataFolder> folder, OpenSearchConfig config, Archive archive, EmbeddingModel model) {
    return () ->
        OpenSearchSettings.of(config, System.getenv())
            .map(settings -> OpenSearchIndex.fault(settings, archive, model.id()))
            .orElseGet(() -> LuceneIndex.fault(folder.get().index(), archive, model.id()));
  }

  @Produces
  @Singleton
  ChangeLogFollower follower(PassageIndex index, Conversations conversations) {
    return closeAtEnd(new ChangeLogFollower(index, conversations::eraseWithdrawn));
  }

  @Produces
  @Singleton
  Purger purger(PassageIndex index, Database database, Conversations conversations) {
    return closeAtEnd(
        new Purger(
            index,
            () -> {
              conversations.purgeExpired();
              conversations.eraseWithdrawn();
              database.truncateLog();
            }));
  }

  @Produces
  @Singleton
  BackgroundEmbedder embedder(
      Archive archive, Embeddings embeddings, PassageIndex index, EmbeddingModel model) {
    return closeAtEnd(BackgroundEmbedder.of(archive, embeddings, index, model));
  }

  @Produces
  @Singleton
  ReprintFollower reprintFollower(PassageIndex index, ReprintDetector reprintDetector) {
    return closeAtEnd(new ReprintFollower(index, reprintDetector));
  }

  @Produces
  @Singleton
  Rewriter rewriter(ConfiguredLlm configuredLlm) {
    return new LlmRewriter(configuredLlm);
  }

  /// A failure to close one object does not prevent the others from being closed.
  @PreDestroy
  synchronized void close() {
    while (!opened.isEmpty()) {
      var part = opened.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.errorf(e, "%s could not be closed", part.getClass().getSimpleName());
      }
    }
  }

  private synchronized <T extends AutoCloseable> T closeAtEnd(T part) {
    opened.push(part);
    return part;
  }
}
