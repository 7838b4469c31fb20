package org.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages, comments and messages keep to the words of docs/style.md.
class ProseTest {
  private static final WordList WORDS = WordList.read(Path.of("docs/style.md"));

  @Test
  void textsOfTheRepositoryHaveNoWordToAvoid() throws IOException {
    assertThat(Prose.of(Path.of("")).findings(WORDS)).isEmpty();
  }

  @Test
  void theWordListIsRead() {
    assertThat(WORDS.words()).contains("whoever", "taken in", "stand-alone").hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Whoever asks is answered.              | Whoever
          The article is taken\\nin.             | taken in
          It stands alone.                       | stands alone
          A bystander understands.               |
          The word `whoever` is an example.      |
          She asked “tell me about the bridge”.  |
          """)
  void wordsAreFoundAcrossLinesButNotInExamples(String text, String word) {
    assertThat(WORDS.findIn(text.replace("\\n", "\n")).map(found -> found.replaceAll("\\s+", " ")))
        .isEqualTo(Optional.ofNullable(word));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What Slack sends.        | true
          Whether it is open.      | false
          What is a passage?       | false
          The event of a message.  | false
          """)
  void definitionsBeginWithTheirNoun(String text, boolean isHeadless) {
    assertThat(WordList.isHeadless(text)).isEqualTo(isHeadless);
  }
}
