package org.dossier.web.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyContentTest {
  private static final List<String> STATEMENTS =
      List.of(
          "The bridge 😀 opened.",
          "وقع الاتفاق في *موسكو*.",
          "𝔘𝔫𝔦 said [so] at 5 _p.m._",
          "Done.");

  @Test
  void offsetsCountCodePointsAndStatementsCodeUnits() {
    var parts = new ArrayList<String>();
    var content = new ReplyContent("http://127.0.0.1", parts::add);
    content.addIntroduction();
    for (int i = 0; i < STATEMENTS.size(); i++) {
      content.addStatement(STATEMENTS.get(i), i == 1 ? List.of(1, 2) : List.of(i + 1));
    }

    var text = content.text();
    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(content.markers())
        .hasSize(5)
        .allSatisfy(marker ->
            assertThat(substring(text, marker.start(), marker.end()))
                .isEqualTo("[" + marker.number() + "]"));
    assertThat(content.statements().stream().map(span -> MarkdownText.unescape(span.of(text))))
        .isEqualTo(STATEMENTS);
  }

  @Test
  void theStatementsOfAnEarlierReplyAreReadFromItsContent() {
    var content = new ReplyContent("http://127.0.0.1", _ -> {});
    content.addIntroduction();
    STATEMENTS.forEach(statement -> content.addStatement(statement, List.of(1, 12)));

    assertThat(ContentReader.statements(content.text())).isEqualTo(STATEMENTS);
    assertThat(
            ContentReader.statements(
                content.text() + "\n\nA note. [3]\n\n**Sources**\n\n1. [1](http://127.0.0.1/x)"))
        .isEqualTo(STATEMENTS);
    assertThat(ContentReader.statements("Nothing in the archive is about this.")).isEmpty();
    assertThat(ContentReader.statements("")).isEmpty();
  }

  static String substring(String text, int startCodePoint, int endCodePoint) {
    return text.substring(
        text.offsetByCodePoints(0, startCodePoint), text.offsetByCodePoints(0, endCodePoint));
  }
}
