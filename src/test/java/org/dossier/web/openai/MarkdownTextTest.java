package org.dossier.web.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dossier.HostilePayloads;
import org.dossier.text.WhiteSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTextTest {
  static Stream<String> lines() {
    return Stream.concat(
        HostilePayloads.all().stream().map(WhiteSpace::normalize),
        Stream.of(
            "1. January 2013 was cold.",
            "12) of them left.",
            "# 1 in the list",
            "> He said so.",
            "- a dash",
            "+5 percent",
            "=====",
            "*bold* and **bolder** and _it_ and snake_case_name and __x__",
            "a \\ backslash, \\[not a link](x)",
            "AT&T &amp; &copy; &#65; R&D",
            "~~~ gone ~~",
            "~one~",
            "| a | b |",
            "<b>bold</b> 1 < 2 > 0",
            "https://example.org/a_b_c and <https://example.org>",
            "گفت: *سلام* [1](x)",
            "😀 *𝔘𝔫𝔦* 👩‍👩‍👧 [x][y]"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsShownAsItself(String line) {
    var escaped = MarkdownText.escape(line);

    assertThat(MarkdownText.unescape(escaped)).isEqualTo(line);
    // A parser replaces characters that Markdown excludes.
    assertThat(MarkdownRules.shown(escaped)).isEqualTo(line);
    MarkdownRules.check(escaped, "http://none");
  }

  @Test
  void ordinaryTextIsUnchanged() {
    var line = "The U.N. paid $3 million (5,400 units) on 4 May 2019 – “more than ever”, he said.";

    assertThat(MarkdownText.escape(line)).isEqualTo(line);
  }
}
