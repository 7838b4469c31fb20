package org.dossier.question;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.database.Database;
import org.dossier.search.PassageIndex;
import org.dossier.search.lucene.LuceneIndex;

/// An archive of a few English texts with its index.
record SmallArchive(Database database, PassageIndex index) implements AutoCloseable {

  /// An archive in `folder` with one article for each of `texts`.
  static SmallArchive of(Path folder, List<String> texts) {
    var database = Database.open(folder.resolve("archive.db"));
    var archive = new Archive(database, Clock.systemUTC());
    for (int i = 0; i < texts.size(); i++) {
      archive.put(List.of(article("a" + i, texts.get(i))));
    }
    var index =
        LuceneIndex.open(folder.resolve("index"), archive, new Embeddings(database), "model");
    return new SmallArchive(database, index);
  }

  private static Article article(String id, String text) {
    return new Article(id, null, null, List.of(), null, "en", null, false, null, text);
  }

  @Override
  public void close() {
    index.close();
    database.close();
  }
}
