package org.dossier.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  @ParameterizedTest
  @CsvSource({
    "bridge, /articles/bridge",
    "a/b/c.html, /articles/a/b/c.html",
    "a b, /articles/a%20b",
    "x y/ü?#&.html, /articles/x%20y/%C3%BC%3F%23%26.html",
    "a+b, /articles/a%2Bb",
    "%41, /articles/%2541",
    "http://a, /articles/http%3A%2F%2Fa",
    "/a, /articles/%2Fa",
    "a/, /articles/a%2F"
  })
  void slashesAreKeptUnlessProxiesWouldMergeThem(String id, String link) {
    assertThat(Links.page(id)).isEqualTo(link);
  }
}
