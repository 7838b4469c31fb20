package org.dossier.maintenance;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.archive.PassageSplitter;
import org.dossier.database.DataFolder;
import org.dossier.database.Database;
import org.dossier.search.PassageIndex;
import org.dossier.search.lucene.LuceneIndex;
import org.jspecify.annotations.Nullable;

/// The archive of a small town's newspaper in a data folder of its own, opened. It has a changed
/// article, a withdrawn article, vectors and a conversation.
final class TownFixture implements AutoCloseable {
  static final String MODEL = "a-model";
  static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-05T12:00:00Z"), ZoneOffset.UTC);

  final DataFolder folder;
  final Database database;
  final Archive archive;
  final Embeddings embeddings;
  private @Nullable PassageIndex index;

  private TownFixture(Path path) {
    folder = DataFolder.open(path);
    database = Database.open(folder.database());
    archive = new Archive(database, CLOCK);
    embeddings = new Embeddings(database);
  }

  /// Opens the archive in its last state; empty at first.
  static TownFixture opened(Path path) {
    return new TownFixture(path);
  }

  static TownFixture filled(Path path) {
    var townFixture = new TownFixture(path);
    townFixture.put("bridge", "The bridge over the Lune was closed. It leaks.");
    townFixture.put(
        "bridge", "The bridge over the Lune opened in the rain. Ada Quill cut the ribbon.");
    townFixture.put(
        "market",
        "Tomatoes were cheaper in July than in June. Growers blame the rain — “all of it” 🌧.");
    townFixture.put("rumour", "The mayor is said to resign.");
    townFixture.archive.delete("rumour");
    townFixture.embed();
    townFixture.database.write(handle -> {
      handle.execute(
          "INSERT INTO conversation (id, created_at, last_active_at, owner_hash) VALUES ('c', 1, 2, NULL)");
      return handle.execute(
          "INSERT INTO turn VALUES ('c', 1, 1, 'When?', 'When?', '{}', '{}', 1, NULL, NULL, NULL)");
    });
    return townFixture;
  }

  void put(String id, String text) {
    archive.put(
        List.of(
            new Article(
                id,
                "News of the " + id,
                "Lune Gazette",
                List.of("Ada Quill"),
                null,
                "en",
                LocalDate.of(1999, 5, 4),
                false,
                null,
                text)));
  }

  /// Stores vectors for every article.
  void embed() {
    embed(4);
  }

  /// @param dimensions of each vector
  void embed(int dimensions) {
    var vector = new float[dimensions];
    vector[0] = 0.6f;
    vector[dimensions - 1] = 0.8f;
    var vectors = new HashMap<String, float[]>();
    for (var version : archive.list(null, 100)) {
      for (var passage : PassageSplitter.split(version.article())) {
        var key = Embeddings.key(PassageSplitter.inContext(version.article(), passage));
        vectors.put(key, vector);
      }
    }
    var model = MODEL + "/" + PassageSplitter.SCHEME;
    embeddings.put(model, vectors, embeddings.pending(model, 100));
  }

  PassageIndex index() {
    var opened = index;
    if (opened == null) {
      opened = LuceneIndex.open(folder.index(), archive, embeddings, MODEL);
      index = opened;
    }
    return opened;
  }

  /// The result of verifying everything.
  IntegrityReport verified() {
    return new ArchiveVerifier(database, archive).verify(index());
  }

  Backups backups() {
    return new Backups(database, CLOCK);
  }

  /// Closes everything.
  @Override
  public void close() {
    if (index != null) {
      index.close();
    }
    database.close();
    folder.close();
  }
}
