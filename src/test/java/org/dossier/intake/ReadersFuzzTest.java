package org.dossier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Files that nobody would write. Each becomes articles, or refusals that say what is wrong; none
/// brings a reader down.
class ReadersFuzzTest {
  private static final IntakeLimits LIMITS = IntakeLimits.DEFAULT;

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
  void zippedJsonLines(byte[] file) {
    check("a.jsonl.gz", file);
  }

  private static void check(String name, byte[] file) {
    for (var found : Read.all(name, file, LIMITS)) {
      switch (found) {
        case Found.Piece piece ->
            assertThat(piece.article().text()).isNotBlank().doesNotContain("\0");
        case Refusal refusal ->
            assertThat(refusal.toString())
                .as("a parser was brought down")
                .doesNotContain("Exception", "Error");
      }
    }
  }
}
