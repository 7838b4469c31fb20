package org.dossier.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.dossier.archive.Archive;
import org.dossier.database.Database;
import org.dossier.search.HarbourFixture;
import org.dossier.search.Waiting;
import org.dossier.search.indexing.ChangeLogFollower;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FollowerTest {

  @Test
  void articlesWrittenByAnotherProcessAreFound(@TempDir Path folder) throws Exception {
    try (var harbourFixture = new HarbourFixture(folder);
        var elsewhere = Database.open(folder.resolve("archive.db"))) {
      var index = harbourFixture.index();
      try (var changeLogFollower = new ChangeLogFollower(index, () -> {})) {
        changeLogFollower.start();
        Waiting.until(
            index,
            () -> harbourFixture.articlesByWords("tomatoes").size() == 1,
            () -> new Archive(elsewhere, Clock.systemUTC()).put(List.of(HarbourFixture.TOMATOES)));
      }
      assertThat(harbourFixture.articlesByWords("tomatoes")).containsExactly("tomatoes");
    }
  }
}
