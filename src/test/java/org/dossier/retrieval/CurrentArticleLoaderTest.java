package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentArticleLoaderTest {
  @Test
  void articlesAreLoadedInAnyOrder(@TempDir Path folder) {
    try (var database = Database.open(folder.resolve("archive.db"))) {
      var archive = new Archive(database, Clock.systemUTC());
      archive.put(IntStream.range(0, 10).mapToObj(i -> article("a" + i)).toList());
      archive.delete("a4");
      var ids = IntStream.range(0, 10).mapToObj(i -> "a" + i).toList();

      var current = new CurrentArticleLoader(archive, ids, 3);

      assertThat(current.find("a4")).isNull();
      for (var id : List.of("a9", "a0", "a5", "a8")) {
        assertThat(Objects.requireNonNull(current.find(id)).article().id()).isEqualTo(id);
      }
    }
  }

  private static Article article(String id) {
    return new Article(
        id, null, null, List.of(), null, "en", null, false, null, "Ferry " + id + " left.");
  }
}
