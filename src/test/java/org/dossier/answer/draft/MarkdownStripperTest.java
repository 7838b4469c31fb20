package org.dossier.answer.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownStripperTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          **The** _bridge_ opened.                            | The bridge opened.
          - The `bridge` opened.                              | The bridge opened.
          ### The bridge opened                               | The bridge opened
          > 1. The bridge opened.                             | The bridge opened.
          The [bridge](https://example.org/x) opened.         | The bridge opened.
          The ![photo](https://example.org/x.png) opened.     | The opened.
          The <b>bridge</b> opened.<br/>                      | The bridge opened.
          The bridge\u202e opened\u200b.                      | The bridge opened.
          Trams &amp; buses ran.                              | Trams & buses ran.
          It rose by 3 * 4 < 13 metres.                       | It rose by 3 * 4 < 13 metres.
          He wrote “see [sic]”.                               | He wrote “see [sic]”.
          """)
  void markdownIsRemovedAndWordsRemain(String line, String words) {
    assertThat(MarkdownStripper.strip(line.translateEscapes())).contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See https://example.org/x for more.",
        "See <https://example.org/x>.",
        "See www.example.org.",
        "Write to mailto:a@example.org.",
        "The [bridge](<javascript:alert(1)> opened.",
        "[https://example.org](https://example.org)",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "| a | b |",
        "---",
        "![photo](https://example.org/x.png)",
        "Iran and Russia did ![",
        "<img src=x onerror=alert(1)>",
        "…",
        ""
      })
  void aLineWithoutPlainWordsIsEmpty(String line) {
    assertThat(MarkdownStripper.strip(line)).isEmpty();
  }
}
