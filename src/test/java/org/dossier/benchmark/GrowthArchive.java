package org.dossier.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.archive.PassageSplitter;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.search.PassageIndex;
import org.dossier.search.lucene.LuceneIndex;
import org.dossier.search.opensearch.OpenSearchIndex;
import org.dossier.search.opensearch.OpenSearchSettings;
import org.jspecify.annotations.Nullable;

/// An archive of synthetic passages that grows, with its index in one of the two engines.
final class GrowthArchive implements AutoCloseable {
  private static final String MODEL = "synthetic";

  /// The number of articles that the command `index` stores in one batch.
  private static final int BATCH = 64;

  private static final Pattern STORE = Pattern.compile("\"store\":\\{\"size_in_bytes\":(\\d+)");

  private final Path folder;
  private final DataFolder dataFolder;
  private final Database database;
  private final Archive archive;
  private final Embeddings embeddings;
  private final @Nullable String cluster;
  private @Nullable PassageIndex index;

  /// @param cluster the address of an OpenSearch cluster; `null` for the embedded engine
  GrowthArchive(Path folder, @Nullable String cluster) {
    this.folder = folder;
    this.cluster = cluster;
    dataFolder = DataFolder.open(folder);
    database = Database.open(dataFolder.database());
    archive = new Archive(database, Clock.systemUTC());
    embeddings = new Embeddings(database);
  }

  /// The index with all changes of the archive.
  PassageIndex index() {
    var opened = index;
    if (opened == null) {
      opened =
          cluster == null
              ? LuceneIndex.open(dataFolder.index(), archive, embeddings, MODEL)
              : OpenSearchIndex.open(
                  settings(cluster), archive, embeddings, database.clusterLocks(), MODEL);
      index = opened;
    }
    return opened;
  }

  private static OpenSearchSettings settings(String cluster) {
    return new OpenSearchSettings(cluster, null, null, "growth", 1, 0, Duration.ofMinutes(5));
  }

  /// Stores the articles and vectors of the passages that are missing of `passages`, as if their
  /// vectors had been computed.
  ///
  /// @return the number of stored passages
  int fill(Synthetic passages) {
    int before = (int) archive.summary().articles() * Synthetic.AN_ARTICLE;
    passages
        .articles()
        .skip(before / Synthetic.AN_ARTICLE)
        .gather(Gatherers.windowFixed(BATCH))
        .forEach(articles -> fill(articles, passages));
    return passages.size() - before;
  }

  private void fill(List<Article> articles, Synthetic passages) {
    archive.put(articles);
    var vectors = new HashMap<String, float[]>();
    for (var article : articles) {
      for (var passage : PassageSplitter.split(article)) {
        var text = PassageSplitter.inContext(article, passage);
        vectors.put(Embeddings.key(text), passages.vector(Synthetic.numberIn(text)));
      }
    }
    embeddings.put(Embeddings.model(MODEL), vectors, List.of());
  }

  /// The bytes of the database.
  long databaseBytes() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("archive.db"))
          .mapToLong(GrowthArchive::size)
          .sum();
    }
  }

  /// The bytes of the index.
  long indexBytes() throws IOException {
    if (cluster != null) {
      return clusterBytes(cluster);
    }
    try (var files = Files.walk(dataFolder.index())) {
      return files.filter(Files::isRegularFile).mapToLong(GrowthArchive::size).sum();
    }
  }

  private static long clusterBytes(String cluster) throws IOException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(cluster + "/_stats/store")).build();
      var found = STORE.matcher(client.send(request, BodyHandlers.ofString()).body());
      return found.find() ? Long.parseLong(found.group(1)) : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  /// The exact nearest neighbours of questions, found by comparing all passages.
  static List<Nearest> nearest(int size, int questions) {
    var passages = new Synthetic(size);
    var nearest =
        IntStream.range(0, questions)
            .mapToObj(question -> new Nearest(Synthetic.questionVector(question)))
            .toList();
    for (int number = 0; number < size; number++) {
      var vector = passages.vector(number);
      for (var each : nearest) {
        each.add(number, vector);
      }
    }
    return nearest;
  }

  @Override
  public void close() {
    if (index != null) {
      index.close();
    }
    database.close();
    dataFolder.close();
  }
}
