package org.dossier.answer.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DanglingReferenceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "He opened the lock.",
        "“She is right,” the mayor said.",
        "It was built in 1931.",
        "Its price rose.",
        "They left on Monday.",
        "This agreement ended in May.",
        "These ferries are old.",
        "Both were sold.",
        "The latter was sold.",
        "One of them was sold.",
        "But it failed.",
        "However, they stayed.",
        "And so he left.",
        "In response, she resigned.",
        "According to him, the lock is safe.",
        "There he met the mayor.",
        "It is a bridge."
      })
  void beginsWithAReference(String sentence) {
    assertThat(DanglingReference.begins(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mayor opened the lock.",
        "Heavy rain fell on Monday.",
        "Items were sold.",
        "Theirry Moor left.",
        "Thereafter the lock was closed.",
        "There are ten ferries.",
        "There was a storm on Monday.",
        "It is unclear whether the lock is safe.",
        "It was likely that prices rise.",
        "It is very difficult to repair the lock.",
        "However, the mayor stayed.",
        "In response, the mayor resigned.",
        "The lock is safe, and it was sold.",
        ""
      })
  void beginsWithoutAReference(String sentence) {
    assertThat(DanglingReference.begins(sentence)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Therefore the lock fell.", "But the mayor stayed.", "“So the lock fell."})
  void continuesTheSentenceBefore(String sentence) {
    assertThat(DanglingReference.continues(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The lock fell, therefore.",
        "Sofia is a city.",
        "Butter is dear.",
        "Yetis exist."
      })
  void continuesNothing(String sentence) {
    assertThat(DanglingReference.continues(sentence)).isFalse();
  }
}
