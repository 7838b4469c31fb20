package org.dossier.answer.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectMatterTest {
  @ParameterizedTest
  @CsvSource({
    "What did Hill say about the bridge?, bridge",
    "What did Hill and Brand say on Norway?, Norway",
    "what was Hill's reaction to the strike?, strike",
    "What is Hill's position on the toll?, toll"
  })
  void theSubjectFollowsTheWordOfSpeech(String question, String word) {
    assertThat(SubjectMatter.of(question).words()).containsExactly(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"What did Hill say?", "What does Hill think?", "Quotes by Hill"})
  void aQuestionMayLeaveItOpen(String question) {
    assertThat(SubjectMatter.of(question).words()).isEmpty();
    assertThat(SubjectMatter.of(question).isIn("The ferry is late.", "")).isTrue();
  }

  @Test
  void aSentenceOrTheOneBeforeItNamesTheSubject() {
    var bridge = new SubjectMatter(List.of("bridge"));

    assertThat(bridge.isIn("The bridges are safe, Hill said.", "")).isTrue();
    assertThat(bridge.isIn("“It is safe.”", "Hill praised the bridge.")).isTrue();
    assertThat(bridge.isIn("The ferry is late, Hill said.", "It rained.")).isFalse();
  }
}
