package org.dossier.answer.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Possible output of a model, including markers, cut anywhere.
class StatementSplitterFuzzTest {
  /// The first byte determines the cut.
  @FuzzTest
  void statements(byte[] written) {
    int cut = written.length == 0 ? 0 : written[0] & 0xff;
    var text =
        new String(
            written,
            Math.min(1, written.length),
            Math.max(0, written.length - 1),
            StandardCharsets.UTF_8);
    cut = Math.min(cut, text.length());

    var whole = drafts(text);

    assertThat(drafts(text.substring(0, cut), text.substring(cut))).isEqualTo(whole);
    for (var draftStatement : whole) {
      assertThat(draftStatement.text()).doesNotContain("\n");
      assertThat(draftStatement.markers()).doesNotHaveDuplicates();
    }
  }

  private static List<DraftStatement> drafts(String... pieces) {
    var statementSplitter = new StatementSplitter();
    var all = new ArrayList<DraftStatement>();
    for (var piece : pieces) {
      all.addAll(statementSplitter.read(piece));
    }
    all.addAll(statementSplitter.end(true));
    return all;
  }
}
