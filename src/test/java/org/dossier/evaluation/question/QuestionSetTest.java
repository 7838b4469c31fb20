package org.dossier.evaluation.question;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dossier.evaluation.InvalidQuestionSetException;
import org.dossier.evaluation.question.GoldQuestion.Role;
import org.dossier.evaluation.question.GoldQuestion.Turn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionSetTest {
  private Path file;

  @BeforeEach
  void setUp(@TempDir Path folder) {
    file = folder.resolve("set.jsonl");
  }

  @Test
  void readsEveryField() throws IOException {
    write(
        """
        {"id":"1","type":"follow-up","question":"And then?","asked":"2024-02-29","conversation":"c","turn":2,"after":["Hello","Who?"],"expect":"answer","nuggets":[["three","3"]],"history":[{"role":"user","text":"What?"},{"role":"assistant","text":""}],"answers":[["one","1"],["two"]],"articles":["b","a"]}
        """);

    var question = QuestionSet.read(file).questions().getFirst();

    assertThat(question)
        .isEqualTo(
            new GoldQuestion(
                "1",
                "follow-up",
                "And then?",
                LocalDate.of(2024, 2, 29),
                new GoldQuestion.Context(
                    List.of(new Turn(Role.USER, "What?"), new Turn(Role.ASSISTANT, "")),
                    List.of("Hello", "Who?"),
                    "c",
                    2),
                new ExpectedReply(
                    ExpectedReply.Kind.ANSWER,
                    new ExpectedAnswers(List.of(List.of("one", "1"), List.of("two"))),
                    new Nuggets(List.of(List.of("three", "3"))),
                    new LinkedHashSet<>(List.of("b", "a")))));
    assertThat(question.articles()).containsExactly("b", "a");
  }

  @Test
  void idAndQuestionAreSufficient() throws IOException {
    write("{\"id\":\"1\",\"question\":\"Who?\"}");

    var question = QuestionSet.read(file).questions().getFirst();

    assertThat(question.type()).isNull();
    assertThat(question.asked()).isNull();
    assertThat(question.context()).isEqualTo(GoldQuestion.Context.NONE);
    assertThat(question.isFollowUp()).isFalse();
    assertThat(question.answers().isEmpty()).isTrue();
    assertThat(question.articles()).isEmpty();
    assertThat(question.expected().kind()).isEqualTo(ExpectedReply.Kind.ANSWER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":"1","question":"Who?"}                                    | ANSWER
          {"id":"1","question":"Who?","abstain":false}                    | ANSWER
          {"id":"1","question":"Who?","expect":"answer"}                  | ANSWER
          {"id":"1","question":"Who?","abstain":true}                     | ABSTAIN
          {"id":"1","question":"Who?","expect":"abstain"}                 | ABSTAIN
          {"id":"1","question":"Who?","expect":"abstain","abstain":true,"answers":[],"nuggets":[],"articles":[]} | ABSTAIN
          {"id":"1","question":"Hello!","expect":"reply","nuggets":[["archive"]]} | REPLY
          """)
  void theExpectedReplyIsStatedInEitherField(String line, ExpectedReply.Kind kind)
      throws IOException {
    write(line);

    assertThat(QuestionSet.read(file).questions())
        .extracting(question -> question.expected().kind())
        .containsExactly(kind);
  }

  @Test
  void questionsAfterOthersAreFollowUps() throws IOException {
    write(
        """
        {"id":"1","question":"Who?","conversation":"a","turn":1}
        {"id":"2","question":"When?","conversation":"b","turn":1}
        {"id":"3","question":"And where?","conversation":"a","turn":2}
        {"id":"4","question":"Why?","after":["Who?"]}
        {"id":"5","question":"How?","history":[{"role":"user","text":"Who?"}]}
        """);

    assertThat(QuestionSet.read(file).questions())
        .filteredOn(GoldQuestion::isFollowUp)
        .extracting(GoldQuestion::id)
        .containsExactly("3", "4", "5");
  }

  @Test
  void unknownFieldsBlankLinesAndNullsAreIgnored() throws IOException {
    write(
        "\uFEFF{\"id\":\"1\",\"question\":\"Who?\",\"colour\":\"red\",\"asked\":null}\n\n  \n"
            + "{\"id\":\"2\",\"question\":\"Where?\",\"abstain\":true}\n");

    assertThat(QuestionSet.read(file).questions())
        .extracting(GoldQuestion::id)
        .containsExactly("1", "2");
  }

  @Test
  void gzippedFilesAreDetectedByContent() throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("{\"id\":\"1\",\"question\":\"Où?\"}\n".getBytes(UTF_8));
    }

    var set = QuestionSet.read(file);

    assertThat(set.name()).isEqualTo("set.jsonl");
    assertThat(set.questions()).extracting(GoldQuestion::question).containsExactly("Où?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"question":"Who?"}                                             | id       | is missing
          {"id":7,"question":"Who?"}                                      | id       | not a string
          {"id":"1","question":" "}                                       | question | not a string with words
          {"id":"1","question":"Who?","asked":"yesterday"}                | asked    | not a date
          {"id":"1","question":"Who?","abstain":"yes"}                    | abstain  | neither true nor false
          {"id":"1","question":"Who?","answers":"me"}                     | answers  | not a list
          {"id":"1","question":"Who?","answers":["me"]}                   | answers  | not a list
          {"id":"1","question":"Who?","answers":[[]]}                     | answers  | without alternatives
          {"id":"1","question":"Who?","answers":[["the"]]}                | answers  | no letters or digits
          {"id":"1","question":"Who?","articles":[7]}                     | articles | not a string
          {"id":"1","question":"Who?","history":[{"role":"sage","text":"x"}]} | history | neither
          {"id":"1","question":"Who?","history":[{"role":"user"}]}        | history  | text is not a string
          {"id":"1","question":"Who?","abstain":true,"answers":[["me"]]}  | abstain  | has answers
          {"id":"1","question":"Who?","expect":"abstain","nuggets":[["me"]]} | abstain | has answers
          {"id":"1","question":"Who?","expect":"abstain","articles":["a"]} | abstain | has answers
          {"id":"1","question":"Who?","expect":"silence"}                 | expect   | neither “answer”, “abstain” nor “reply”: silence
          {"id":"1","question":"Who?","expect":"answer","abstain":true}   | expect   | is “answer”, but “abstain” is true
          {"id":"1","question":"Who?","expect":"abstain","abstain":false} | expect   | is “abstain”, but “abstain” is false
          {"id":"1","question":"Who?","type":7}                           | type     | not a string
          {"id":"1","question":"Who?","nuggets":[[]]}                     | nuggets  | without alternatives
          {"id":"1","question":"Who?","nuggets":["me"]}                   | nuggets  | not a list
          {"id":"1","question":"Who?","after":"Hello"}                    | after    | not a list
          {"id":"1","question":"Who?","after":[""]}                       | after    | not a string with words
          {"id":"1","question":"Who?","turn":1}                           | turn     | requires the field
          {"id":"1","question":"Who?","conversation":"a"}                 | turn     | is missing
          {"id":"1","question":"Who?","conversation":"a","turn":0}        | turn     | not a whole number from 1
          {"id":"1","question":"Who?","conversation":"a","turn":1.5}      | turn     | not a whole number from 1
          {"id":"1","question":"Who?","conversation":"0","turn":3}        | turn     | is 3, but an earlier line
          {"id":"0","question":"Who?"}                                    | id       | also occurs on line 1
          """)
  void errorsNameFileLineAndField(String line, String field, String fault) throws IOException {
    write(
        "{\"id\":\"0\",\"question\":\"Where?\",\"conversation\":\"0\",\"turn\":3}\n\n"
            + line
            + "\n");

    assertThatThrownBy(() -> QuestionSet.read(file))
        .isInstanceOf(InvalidQuestionSetException.class)
        .hasMessageContaining(file + ", line 3, field “" + field + "”: ")
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":               | line 2: is not JSON
          {"id":"1"} {"id":"2"}| line 2: is not JSON
          [1, 2]               | line 2: is not a JSON object
          """)
  void aLineThatIsNoObjectIsReported(String line, String fault) throws IOException {
    write("{\"id\":\"0\",\"question\":\"Where?\"}\n" + line + "\n");

    assertThatThrownBy(() -> QuestionSet.read(file)).hasMessageContaining(fault);
  }

  @Test
  void anEmptySetIsRejected() throws IOException {
    write("\n\n");

    assertThatThrownBy(() -> QuestionSet.read(file))
        .isInstanceOf(InvalidQuestionSetException.class)
        .hasMessage(file + ": contains no questions");
  }

  @Test
  void otherEncodingsAreRejected() throws IOException {
    Files.write(file, "{\"id\":\"1\",\"question\":\"Où?\"}".getBytes(ISO_8859_1));

    assertThatThrownBy(() -> QuestionSet.read(file)).hasMessageContaining("is not UTF-8");
  }

  @Test
  void aTruncatedFileIsRejected() throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("{\"id\":\"1\",\"question\":\"Where?\"}\n".getBytes(UTF_8));
    }
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 12));

    assertThatThrownBy(() -> QuestionSet.read(file))
        .isInstanceOf(InvalidQuestionSetException.class)
        .hasMessageContaining("cannot be decompressed");
  }

  @Test
  void aMissingQuestionFileIsReported() {
    assertThatThrownBy(() -> QuestionSet.read(file))
        .isInstanceOf(InvalidQuestionSetException.class)
        .hasMessage("there is no file " + file);
  }

  private void write(String lines) throws IOException {
    Files.writeString(file, lines);
  }
}
