package org.dossier.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.dossier.search.IndexException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenSearchSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "search.example:9200, dossier, 1, 1, url",
    "https://user:xyzzy@search.example:9200, dossier, 1, 1, url",
    "https://search.example:9200?x=y, dossier, 1, 1, url",
    "https://search.example:9200, Dossier*, 1, 1, index",
    "https://search.example:9200, dossier, 0, 1, shards",
    "https://search.example:9200, dossier, 1, 21, replicas"
  })
  void anInvalidSettingIsNamed(String url, String index, int shards, int replicas, String named) {
    assertThatThrownBy(() -> settings(url, "u", "p", index, shards, replicas))
        .isInstanceOf(IndexException.class)
        .hasMessageStartingWith("dossier.search." + named + ": ")
        .hasMessageNotContaining("xyzzy");
  }

  @Test
  void aUserWithoutAPasswordIsRejected() {
    assertThatThrownBy(() -> settings("https://search.example", "u", null, "dossier", 1, 1))
        .hasMessageContaining("DOSSIER_SEARCH_PASSWORD");
  }

  @Test
  void noTextContainsThePassword() {
    assertThat(settings("https://search.example", "u", "xyzzy", "dossier", 1, 1).toString())
        .doesNotContain("xyzzy");
  }

  private static OpenSearchSettings settings(
      String url,
      @Nullable String user,
      @Nullable String password,
      String index,
      int shards,
      int replicas) {
    return new OpenSearchSettings(
        url, user, password, index, shards, replicas, Duration.ofSeconds(1));
  }
}
