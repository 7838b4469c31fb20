package org.dossier.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Fuzz tests of the readers. Each file yields articles, or rejections that state the problem; no
/// reader fails with an exception.
class ReaderRegistryFuzzTest {
  private static final IngestionLimits LIMITS = IngestionLimits.DEFAULT;

  @FuzzTest
  void markdown(byte[] file) {
    check("a.md", file);
  }

  @FuzzTest
  void plainText(byte[] file) {
    check("a.txt", file);
  }

  @FuzzTest
  void html(byte[] file) {
    check("a.html", file);
  }

  @FuzzTest
  void jsonLines(byte[] file) {
    check("a.jsonl", file);
  }

  @FuzzTest
  void feeds(byte[] file) {
    check("a.rss", file);
  }

  @FuzzTest
  void zippedJsonLines(byte[] file) {
    check("a.jsonl.gz", file);
  }

  private static void check(String name, byte[] file) {
    for (var readResult : ReaderFixture.all(name, file, LIMITS)) {
      switch (readResult) {
        case ReadResult.ReadArticle readArticle ->
            assertThat(readArticle.article().text()).isNotBlank().doesNotContain("\0");
        case Rejection rejection ->
            assertThat(rejection.toString())
                .as("a parser was brought down")
                .doesNotContain("Exception", "Error");
      }
    }
  }
}
