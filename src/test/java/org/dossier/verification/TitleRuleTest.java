package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.verification.Verdict.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleRuleTest {
  private static final RuleExamples EXAMPLES = new RuleExamples(new TitleRule());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Quill, the harbour minister, opened the bridge. | Quill, a former harbour minister, opened the bridge.
          Quill is the prime minister of Lune. | Quill is the deputy prime minister of Lune.
          The former president opened the bridge. | The president opened the bridge.
          The president opened the bridge. | The acting president opened the bridge.
          A senior official closed the bridge. | An official closed the bridge.
          The deputy director resigned. | The director resigned.
          President Berg met Quill. | President Quill met Berg.
          Quill, a teacher, opened the bridge. | Quill, a former teacher, opened the bridge.
          """)
  void aTitleIsNeitherChangedNorAdded(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).contains(Reason.TITLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Quill, an official, closed the bridge. | Quill, a senior official, closed the bridge.
          Quill, who used to be a teacher, opened the bridge. | Quill, a former teacher, opened the bridge.
          Former minister Quill opened the bridge. | Quill, the former minister, opened the bridge.
          The deputy harbour minister came. | The deputy minister came.
          The minister met the deputy minister. | The deputy minister met the minister.
          The director resigned. | Ada Quill resigned.
          President Quill met Berg. | Quill, the president of Lune, met President Berg.
          """)
  void aTitleMayBeShortened(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).isEmpty();
  }
}
