package org.dossier.chat.about;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dossier.LinearWork;
import org.dossier.chat.about.PatternTable.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AboutQuestionDetectorTest {
  private static final int MESSAGE = 2_000;

  static Stream<String> languages() {
    return AboutQuestionDetector.LANGUAGES.stream();
  }

  private static Optional<AboutTopic> topic(String message, String language, boolean atBeginning) {
    return AboutQuestionDetector.detect(message, atBeginning, language)
        .filter(question -> question.language().equals(language))
        .map(AboutQuestion::topic);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyPatternMatchesItsExamples(String language) {
    var table = AboutQuestionDetector.table(language);
    for (var topic : AboutTopic.values()) {
      for (var row : table.rows(topic)) {
        assertThat(row.examples()).isNotEmpty();
        for (var example : row.examples()) {
          boolean atBeginning = row.condition() == Condition.FIRST;
          assertThat(topic(example, language, atBeginning)).as(example).contains(topic);
          assertThat(MessageNormalizer.normalize(example))
              .as("“%s” by the pattern %s", example, row.pattern())
              .matches(table.expression(row));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyTopicHasPatternsAndCounterexamples(String language) {
    var table = AboutQuestionDetector.table(language);

    assertThat(AboutTopic.values())
        .allSatisfy(topic -> {
          assertThat(table.rows(topic)).as(topic.key()).isNotEmpty();
          assertThat(table.counterexamples(topic)).as(topic.key()).isNotEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void counterexamplesHaveNoTopic(String language) {
    var table = AboutQuestionDetector.table(language);
    for (var topic : AboutTopic.values()) {
      for (var message : table.counterexamples(topic)) {
        assertThat(detect(message)).as(message).isEmpty();
      }
    }
  }

  static List<String> contentQuestions() throws IOException, URISyntaxException {
    var file = AboutQuestionDetectorTest.class.getResource("content-questions.txt");
    return Files.readAllLines(Path.of(file.toURI()));
  }

  @Test
  void questionsAboutTheContentOfArticlesAreNotDetected() throws IOException, URISyntaxException {
    assertThat(contentQuestions())
        .hasSizeGreaterThan(100)
        .allSatisfy(question -> assertThat(detect(question)).as(question).isEmpty());
  }

  /// The questions detected at the beginning of a conversation and later, in any language.
  private static List<AboutQuestion> detect(String message) {
    return Stream.of(true, false)
        .flatMap(atBeginning -> AboutQuestionDetector.detect(message, atBeginning, "en").stream())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hi, how are you?                           | HOW_ARE_YOU
          Hello! What can you do?                    | HELP
          Good morning, how many articles are there? | SIZE
          OK, thanks.                                | THANKS
          Great, thank you, bye!                     | GOODBYE
          Sorry, who are you please?                 | SELF
          """)
  void messageOfSeveralTopicsHasTheMostInformativeOne(String message, AboutTopic topic) {
    assertThat(topic(message, "en", true)).contains(topic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "HELLO!!!",
        "  Hello .",
        "héllo",
        "helo",
        "helloooo",
        "hello?",
        "«hello»"
      })
  void caseAccentsPunctuationAndRepeatedLettersMakeNoDifference(String message) {
    assertThat(topic(message, "en", true)).contains(AboutTopic.GREETING);
  }

  @Test
  void sourceOfAnAnswerIsAskedForOnlyAfterAQuestion() {
    assertThat(topic("Which article is that from?", "en", false)).contains(AboutTopic.SOURCE);
    assertThat(topic("Which article is that from?", "en", true)).contains(AboutTopic.HELP);
    assertThat(topic("What is this?", "en", true)).contains(AboutTopic.SELF);
    assertThat(topic("What is this?", "en", false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "…", "12"})
  void messageWithoutWordsIsNotDetected(String message) {
    assertThat(detect(message)).isEmpty();
  }

  @Test
  void malformedPatternsAreRejected() {
    var compiler = new PatternCompiler();

    assertThatThrownBy(() -> compiler.compile("hello <nobody>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> compiler.compile("hello >"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void detectionIsLinear() {
    LinearWork.verify(MESSAGE, AboutQuestionDetectorTest::detect);
    LinearWork.verify(
        "repeated courtesies",
        MESSAGE,
        length -> "ok thanks hello ".repeat(length / 16),
        AboutQuestionDetectorTest::detect);
  }

  @Test
  void topicsHaveAKey() {
    assertThat(Arrays.stream(AboutTopic.values()).map(AboutTopic::key))
        .contains("how-are-you")
        .doesNotHaveDuplicates();
  }
}
