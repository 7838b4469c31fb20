package org.dossier.benchmark;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Gatherers;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.archive.PassageSplitter;
import org.dossier.archive.reprint.ReprintSettings;
import org.dossier.archive.reprint.Reprints;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.dossier.question.Question;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalConfig;
import org.dossier.retrieval.Retriever;
import org.dossier.search.Filters;
import org.dossier.search.PassageIndex;
import org.dossier.search.indexing.BackgroundEmbedder;
import org.dossier.search.lucene.LuceneIndex;

/// This project, assembled like its commands, with the default settings.
final class DossierContestant implements Contestant {
  private static final LocalDate ASKED = LocalDate.of(2024, 5, 6);
  private static final Duration LOOK = Duration.ofMillis(10);

  /// The number of articles that the command `index` stores in one batch.
  private static final int BATCH = 64;

  private final DataFolder folder;
  private final Database database;
  private final EmbeddingModel model;
  private final Archive archive;
  private final Embeddings embeddings;
  private final ReaderModel readerModel;
  private final PassageIndex index;
  private final Retriever retriever;

  DossierContestant(Path path) {
    folder = DataFolder.open(path);
    database = Database.open(folder.database());
    model = new EmbeddingModel(Runtime.getRuntime().availableProcessors());
    model.load();
    readerModel = new ReaderModel(1);
    archive = new Archive(database, Clock.systemUTC());
    embeddings = new Embeddings(database);
    index = LuceneIndex.open(folder.index(), archive, embeddings, model.id());
    retriever =
        new Retriever(
            index,
            archive,
            new Reprints(database, archive, ReprintSettings.DEFAULT),
            model,
            readerModel,
            settings());
  }

  /// Settings for retrieval without reranking and caching, because the other contestants do not
  /// rerank and do not cache questions.
  private static RetrievalConfig settings() {
    return new SmallRyeConfigBuilder()
        .withDefaultValue("dossier.retrieval.rerank.passages", "0")
        .withDefaultValue("dossier.retrieval.cache-size", "0")
        .withMapping(RetrievalConfig.class)
        .build()
        .getConfigMapping(RetrievalConfig.class);
  }

  @Override
  public int ingest(List<Article> articles) {
    int before = passages();
    articles.stream().gather(Gatherers.windowFixed(BATCH)).forEach(archive::put);
    index.catchUp();
    try (var backgroundEmbedder = BackgroundEmbedder.of(archive, embeddings, index, model)) {
      backgroundEmbedder.start();
      while (backgroundEmbedder.backlog() > 0) {
        LockSupport.parkNanos(LOOK.toNanos());
      }
    }
    return passages() - before;
  }

  /// Stores the vectors in the database, where computed vectors are stored, and has the index load
  /// both, as in a rebuild.
  @Override
  public void fill(Synthetic passages) {
    passages
        .articles()
        .gather(Gatherers.windowFixed(BATCH))
        .forEach(some -> {
          archive.put(some);
          var vectors = new HashMap<String, float[]>();
          for (var article : some) {
            for (var passage : PassageSplitter.split(article)) {
              var text = PassageSplitter.inContext(article, passage);
              vectors.put(Embeddings.key(text), passages.vector(Synthetic.numberIn(text)));
            }
          }
          embeddings.put(model.id() + "/" + PassageSplitter.SCHEME, vectors, List.of());
        });
    index.catchUp();
    index.commit();
    checkFilled(passages.size());
  }

  private void checkFilled(int size) {
    int found =
        index.search(indexSnapshot -> Math.min(indexSnapshot.passages(), indexSnapshot.vectors()));
    if (found != size) {
      throw new IllegalStateException(
          "of %d passages, %d can be found by lexical and vector search".formatted(size, found));
    }
  }

  @Override
  public List<String> find(String question) {
    var asked = new Question(question, Filters.NONE, ASKED);
    return retriever.retrieve(asked, PASSAGES).evidence().stream().map(Evidence::text).toList();
  }

  @Override
  public List<Integer> nearest(float[] question) {
    return index.search(indexSnapshot ->
        indexSnapshot.searchVector(question, Filters.NONE, PASSAGES).stream()
            .map(hit -> Synthetic.number(hit.articleId(), hit.ordinal()))
            .toList());
  }

  private int passages() {
    return index.search(indexSnapshot -> indexSnapshot.passages());
  }

  @Override
  public void close() {
    index.close();
    readerModel.close();
    model.close();
    database.close();
    folder.close();
  }
}
