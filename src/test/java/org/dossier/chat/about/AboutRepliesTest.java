package org.dossier.chat.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dossier.answer.About;
import org.dossier.answer.AnswerOrigin;
import org.dossier.archive.Article;
import org.dossier.chat.ResponderFixture;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.question.QuestionKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AboutRepliesTest {
  private static final String EXAMPLE = "When did the Vesla bridge open?";

  @TempDir Path folder;
  private ResponderFixture fixture;

  @BeforeEach
  void open() {
    fixture = new ResponderFixture(folder, Map.of("examples.questions", EXAMPLE));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static Article article(
      String id, String title, @Nullable String publisher, @Nullable LocalDate day, String text) {
    return new Article(id, title, publisher, List.of(), null, "en", day, false, null, text);
  }

  private void putTwoArticles() {
    fixture.put(
        article(
            "bridge",
            "The Vesla bridge opens",
            "Harbour Gazette",
            LocalDate.of(2011, 5, 3),
            "The Vesla bridge was opened by Marta Holm in Bergen. Norway paid for the Vesla bridge."),
        article(
            "ferry",
            "A ferry for Bergen",
            "Coast Daily",
            LocalDate.of(2021, 4, 13),
            "In Norway, Marta Holm showed the ferry. The Norwegian ferry sails to Bergen."));
  }

  private About reply(String message) {
    return fixture.about(List.of(), message);
  }

  @Test
  void greetingNamesTheArchiveAndAnExample() {
    putTwoArticles();

    var about = reply("Hi!");

    assertThat(about.text())
        .isEqualTo(
            "Hello. I answer questions from an archive of 2 articles, 2011 to 2021, and cite the"
                + " sentence behind every statement. Ask me a question, for example:");
    assertThat(about.examples()).containsExactly(EXAMPLE);
  }

  @Test
  void articlesWithWordsInTheReplyAreMentioned() {
    putTwoArticles();

    assertThat(reply("What is the oldest article?").mentioned())
        .extracting(source -> source.article().id())
        .containsExactly("bridge");
    assertThat(reply("What is this archive about?").mentioned())
        .extracting(source -> source.article().id())
        .containsExactly("ferry", "bridge");
    assertThat(reply("How many articles are there?").mentioned()).isEmpty();
  }

  @Test
  void metadataAreThoseOfAReplyAboutTheArchive() {
    putTwoArticles();

    var about = reply("Hi!");

    assertThat(about.kind()).isEqualTo(QuestionKind.ABOUT);
    assertThat(about.confidence()).isEqualTo(1);
    assertThat(about.origin()).isEqualTo(AnswerOrigin.EXTRACTIVE);
    assertThat(about.generation()).isEqualTo(fixture.archive().sequence());
    assertThat(about.period()).isNull();
    assertThat(about.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How many articles are there?         | The archive contains 2 articles. The articles were published between 3 May 2011 and 13 April 2021.
          What period does the archive cover?  | The articles were published between 3 May 2011 and 13 April 2021.
          Which publishers are there?          | The articles name 2 publishers: Coast Daily and Harbour Gazette.
          What is the newest article?          | The newest article is “A ferry for Bergen” (Coast Daily, 13 April 2021).
          What is the oldest article?          | The oldest article is “The Vesla bridge opens” (Harbour Gazette, 3 May 2011).
          Thanks!                              | You are welcome. Ask me another question whenever you like.
          Bye                                  | Goodbye.
          ok                                   | All right. What would you like to know next?
          """)
  void questionsAboutTheArchiveAreAnsweredFromItsMetadata(String message, String text) {
    putTwoArticles();

    assertThat(reply(message).text()).isEqualTo(text);
    assertThat(reply(message).examples()).isEmpty();
  }

  @Test
  void contentIsDescribedByNamesAndHeadlines() {
    putTwoArticles();

    assertThat(reply("What is this archive about?").text())
        .contains("The archive contains 2 articles.")
        .contains("The most frequent names are Bergen, Marta Holm and Norway.")
        .contains("The newest headlines are “A ferry for Bergen” and “The Vesla bridge opens”.")
        .endsWith("Ask me a question, for example:");
  }

  @Test
  void repliesFollowAChangeOfTheArchive() {
    putTwoArticles();
    reply("What is this archive about?");

    fixture.archive().delete("ferry");

    assertThat(reply("What is this archive about?").text())
        .contains("The archive contains 1 article. The articles were published on 3 May 2011.")
        .doesNotContain("ferry");
  }

  @Test
  void emptyArchiveIsReported() {
    assertThat(reply("Hello").text())
        .isEqualTo(
            "Hello. The archive contains no articles yet, so there is nothing that I can answer"
                + " from. Once articles are added, ask me about them.");
    assertThat(reply("What is the newest article?").text())
        .startsWith("The archive contains no articles yet");
  }

  @Test
  void articlesWithoutDateAndPublisherAreDescribed() {
    fixture.put(article("bridge", "The bridge", null, null, "The bridge was closed."));

    assertThat(reply("Hi").text()).contains("an archive of 1 article, and cite");
    assertThat(reply("Which publishers are there?").text())
        .isEqualTo("The articles do not name their publishers.");
    assertThat(reply("What period does the archive cover?").text())
        .isEqualTo("The articles do not state when they were published.");
    assertThat(reply("What is the oldest article?").text())
        .isEqualTo(
            "The articles do not state when they were published, so I cannot say which one is the"
                + " oldest.");
  }

  @Test
  void onlyTheLargestOfManyPublishersAreNamed() {
    IntStream.range(0, 12)
        .forEach(
            i -> fixture.put(article("a" + i, "Headline " + i, "Paper " + i, null, "It opened.")));

    assertThat(reply("Which publishers are there?").text())
        .startsWith("The publishers with the most articles are Paper 0, Paper 1,")
        .doesNotContain("Paper 9");
  }

  @Test
  void sourceOfTheLastAnswerWithCitationsIsNamed() {
    putTwoArticles();
    var cited = fixture.archive().find("bridge").orElseThrow();
    var earlier =
        List.of(
            new HistoryTurn("When?", List.of("In May."), List.of(), List.of(cited), true),
            new HistoryTurn("Who?", List.of(), List.of()),
            new HistoryTurn("thanks", List.of(), List.of(), List.of(), false));

    assertThat(fixture.about(earlier, "Which article is that from?").text())
        .isEqualTo(
            "My last answer cites this article: “The Vesla bridge opens” (Harbour Gazette, 3 May"
                + " 2011, article bridge).");
  }

  @Test
  void missingSourceIsReported() {
    putTwoArticles();
    var earlier = List.of(new HistoryTurn("Who?", List.of(), List.of()));

    assertThat(fixture.about(earlier, "What is your source?").text())
        .startsWith("I have not cited an article in this conversation yet.");
  }

  @Test
  void replyKeepsTheLanguageOfTheConversation() {
    putTwoArticles();
    var earlier = List.of(new HistoryTurn("Bonjour", List.of(), List.of(), List.of(), false));
    var english = reply("ok").text();

    assertThat(fixture.about(earlier, "ok").text()).isNotEqualTo(english);
    assertThat(fixture.about(earlier, "thank you").text()).startsWith("You are welcome.");
  }

  static Stream<String> languages() {
    return AboutQuestionDetector.LANGUAGES.stream();
  }

  /// Every placeholder has a value, and every reply has a text.
  @ParameterizedTest
  @MethodSource("languages")
  void everyTopicIsAnsweredInEveryLanguage(String language) {
    var table = AboutQuestionDetector.table(language);
    assertRepliesToAllExamples(table, language);
    putTwoArticles();
    assertRepliesToAllExamples(table, language);
  }

  private void assertRepliesToAllExamples(PatternTable table, String language) {
    var cited = fixture.archive().newest(1);
    var answered = new HistoryTurn("When?", List.of("In May."), List.of(), cited, true);
    for (var topic : AboutTopic.values()) {
      for (var row : table.rows(topic)) {
        var example = row.examples().getFirst();
        boolean atBeginning = row.condition() == PatternTable.Condition.FIRST;
        var text = fixture.about(atBeginning ? List.of() : List.of(answered), example).text();
        assertThat(text).as("%s: %s", language, example).isNotBlank().doesNotContain("{", "}");
      }
    }
  }
}
