package org.dossier.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenIdsTest {

  @Test
  void theFirstPositionOfAnIdIsRemembered() {
    var seen = new SeenIds();
    for (int i = 1; i <= 100_000; i++) {
      assertThat(seen.add("article/" + i, i <= 50_000 ? "a" : "b", i)).isEmpty();
    }

    assertThat(seen.add("article/17", "c", 1)).contains("a:17");
    assertThat(seen.add("article/99999", "c", 2)).contains("b:99999");
    assertThat(seen.add("", "whole.txt", 0)).isEmpty();
    assertThat(seen.add("", "c", 3)).contains("whole.txt");
  }
}
