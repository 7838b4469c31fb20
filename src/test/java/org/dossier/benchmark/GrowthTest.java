package org.dossier.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dossier.search.Filters;
import org.dossier.search.IndexSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthTest {
  @TempDir Path folder;

  @Test
  void anArchiveGrowsFromSizeToSizeAcrossProcesses() throws Exception {
    try (var archive = new GrowthArchive(folder, null)) {
      assertThat(archive.fill(new Synthetic(50))).isEqualTo(50);
      assertThat(archive.index().<Integer>search(IndexSnapshot::vectors)).isEqualTo(50);
    }
    try (var archive = new GrowthArchive(folder, null)) {
      assertThat(archive.fill(new Synthetic(120))).isEqualTo(70);
      assertThat(archive.fill(new Synthetic(120))).isZero();
      var index = archive.index();
      assertThat(index.<Integer>search(IndexSnapshot::vectors)).isEqualTo(120);
      assertThat(archive.databaseBytes()).isPositive();
      assertThat(archive.indexBytes()).isPositive();

      var exact = GrowthArchive.nearest(120, 1).getFirst().numbers();
      var found =
          index.search(snapshot ->
              snapshot
                  .searchVector(Synthetic.questionVector(0), Filters.NONE, Contestant.PASSAGES)
                  .stream()
                  .map(hit -> Synthetic.number(hit.articleId(), hit.ordinal()))
                  .toList());
      assertThat(found).containsExactlyInAnyOrderElementsOf(exact);
    }
  }
}
