package org.dossier.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.dossier.HostilePayloads;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Answered;
import org.dossier.answer.ArticleFigures;
import org.dossier.answer.Citation;
import org.dossier.answer.Clarification;
import org.dossier.answer.Note;
import org.dossier.answer.Related;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.archive.ArticleVersion;
import org.dossier.chat.conversation.Reply;
import org.dossier.question.QuestionKind;
import org.dossier.search.ArticleGroups;
import org.dossier.slack.BlockRules;
import org.dossier.slack.SampleReplies;
import org.dossier.slack.SdkTypes;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Checks blocks against Slack's limits and types, and that text of an article or a model is never
/// interpreted as markup.
class ReplyBlocksTest {
  private static final ReplyBlocks ENCODE =
      new ReplyBlocks(new ArticleLinks(Optional.of("https://dossier.example")));

  private static final List<String> NASTY =
      List.of(
          "<!channel> <!here> <!everyone>",
          "<@U0ADA> <#C0001> <!subteam^S0001>",
          "<https://evil.example|a link> [a link](https://evil.example)",
          "*bold* _italic_ ~struck~ `code` ```block```",
          "@channel @here https://evil.example evil.example",
          "> quoted\n# Heading\n- item\n1. item",
          "&lt;!channel&gt; &amp;",
          ":tada: :warning:",
          "\"quoted\" \\ backslashed \\",
          "\u0007\u0000\u001b[31m",
          "سال نو — 李 雷 🌉 e\u0301",
          "🌉".repeat(2_000),
          "a".repeat(9_000),
          "\"\\\"".repeat(3_000),
          "word ".repeat(4_000));

  static Stream<String> nasty() {
    return Stream.concat(NASTY.stream(), HostilePayloads.all().stream());
  }

  private static List<MessageContent> pages(Answer answer) {
    var reply = new Reply("c1", 1, "What was asked, made to stand alone?", answer, List.of());
    return MessageContent.of(ENCODE.reply(reply, "what?", 17));
  }

  /// Metadata with a note of `words`.
  private static AnswerMetadata metadata(String words) {
    return new AnswerMetadata(
        QuestionKind.FACT,
        null,
        0.5,
        AnswerOrigin.EXTRACTIVE,
        7,
        List.of(new Note(Note.Type.UNANSWERED, words, List.of(words))));
  }

  private static Answered answered(String words) {
    var text = words.replace("\u0000", " ");
    var source = SampleReplies.article("a/ü/" + "x".repeat(200), null, text + " And more.");
    var citation = new Citation(1, source, new Span(0, text.length()));
    var statement = new Statement(text.isBlank() ? "x" : text, List.of(1), Support.VERBATIM);
    return new Answered(
        List.of(statement), List.of(citation), new AnswerMetadata(0.9, AnswerOrigin.EXTRACTIVE, 7));
  }

  /// The beginning of `words`, at most `most` characters, without splitting a surrogate pair.
  private static String beginning(String words, int most) {
    return words
        .codePoints()
        .limit(most)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Answer abstained(String words) {
    ArticleVersion article =
        SampleReplies.article(
            "2011/bridge", beginning(words, 450).replace('\u0000', ' '), "It opened.");
    return new Abstained(
        Abstained.Reason.WEAK_EVIDENCE,
        words,
        List.of(article, article, article),
        new AnswerMetadata(0.1, AnswerOrigin.EXTRACTIVE, 7));
  }

  @Test
  void figuresAreALineForEachGroup() {
    var groups =
        new ArticleGroups(
            ArticleGroups.Property.YEAR,
            List.of(new ArticleGroups.Group("2011", 12), new ArticleGroups.Group(null, 3)));
    var figures = new ArticleFigures(15, null, "", List.of(List.of("bridge")), groups);
    var cited = answered("15 articles mention “bridge”.");
    var metadata =
        new AnswerMetadata(
            QuestionKind.COUNT, null, 1, AnswerOrigin.EXTRACTIVE, 7, List.of(), figures);

    var pages = pages(new Answered(cited.statements(), cited.citations(), metadata));

    assertThat(pages.toString()).contains("2011: 12").contains("unknown: 3");
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void anyReplySatisfiesSlacksLimitsAndTypes(String words) {
    var all = List.of(words, words);
    Stream.of(
            answered(words),
            new Related(answered(words).statements(), answered(words).citations(), metadata(words)),
            new Clarification(words, all, metadata(words)),
            new About(words, all, metadata(words)),
            abstained(words))
        .map(ReplyBlocksTest::pages)
        .flatMap(List::stream)
        .forEach(ReplyBlocksTest::check);
    MessageContent.of(Block.questionBlocks("U0ADA", words)).forEach(ReplyBlocksTest::check);
    MessageContent.of(ENCODE.suggestions(List.of("Who?" + beginning(words, 3))))
        .forEach(ReplyBlocksTest::check);
  }

  private static void check(MessageContent messageContent) {
    var blocks = Block.array(messageContent.blocks());
    assertThat(BlockRules.violatedRule(blocks)).isEmpty();
    blocks.forEach(SdkTypes::checkBlock);
    assertThat(messageContent.fallbackText()).hasSizeLessThan(40_000).doesNotContain("<", ">");
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void textIsNeverInterpretedAsMarkup(String words) {
    for (var messageContent : pages(answered(words))) {
      for (var block : messageContent.blocks()) {
        checkInert(block.json());
      }
    }
  }

  /// Text is only in elements that Slack displays verbatim, and all links are the bot's own.
  private static void checkInert(JsonNode node) {
    assertThat(node.path("type").asText())
        .isNotIn("mrkdwn", "markdown", "user", "usergroup", "broadcast", "channel", "emoji");
    if (node.has("url")) {
      assertThat(node.path("url").asText()).startsWith("https://dossier.example/articles/");
    }
    node.forEach(ReplyBlocksTest::checkInert);
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void noTextIsLost(String words) {
    var answer = answered(words);
    var shown = new StringBuilder();
    pages(answer)
        .forEach(
            messageContent -> messageContent.blocks().forEach(block -> shown.append(block.text())));

    assertThat(shown.toString())
        .startsWith(answer.statements().getFirst().text() + " [1]")
        .contains(
            "“"
                + answer
                    .citations()
                    .getFirst()
                    .quote()
                    .replaceAll("\\s+", " ")
                    .strip()
                    .replaceAll("\\p{Cc}", " ")
                + "”");
  }

  @Test
  void appendingChangesOnlyTheLastMessage() {
    var random = new Random(7);
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < 300; i++) {
      blocks.addAll(Block.paragraph(List.of(TextRun.plain("x".repeat(1 + random.nextInt(2_000))))));
    }
    var all = MessageContent.of(blocks);
    for (int i = 1; i < blocks.size(); i += 7) {
      var some = MessageContent.of(blocks.subList(0, i));
      assertThat(some.subList(0, some.size() - 1)).isEqualTo(all.subList(0, some.size() - 1));
    }
  }

  @Test
  void eachArticleHasOneHeadingBlock() {
    var bridge = SampleReplies.article("2011/bridge", "The bridge opens", "It opened. It is long.");
    var harbour = SampleReplies.article("2012/harbour", "The harbour closes", "It closed.");
    var answer =
        new Answered(
            List.of(
                new Statement("It opened.", List.of(1), Support.VERBATIM),
                new Statement("It closed.", List.of(2), Support.VERBATIM),
                new Statement("It is long.", List.of(3), Support.VERBATIM)),
            List.of(
                new Citation(1, bridge, new Span(0, 10)),
                new Citation(2, harbour, new Span(0, 10)),
                new Citation(3, bridge, new Span(11, 22))),
            new AnswerMetadata(0.9, AnswerOrigin.EXTRACTIVE, 7));

    assertThat(pages(answer).getFirst().text())
        .isEqualTo(
            """
            It opened. [1]
            It closed. [2]
            It is long. [3]
            Understood as: What was asked, made to stand alone?
            The bridge opens — Gull, 11 November 2011
            [1] “It opened.”
            [3] “It is long.”
            The harbour closes — Gull, 11 November 2011
            [2] “It closed.”\
            """);
  }

  @Test
  void theOtherArticlesWithTheTextAreListed() {
    var bridge = SampleReplies.article("2011/bridge", "The bridge opens", "It opened.");
    var reprint = SampleReplies.article("2011/copy", "Bridge <opens>", "It opened.");
    var citation = new Citation(1, bridge, new Span(0, 10), Collections.nCopies(12, reprint));
    var answer =
        new Answered(
            List.of(new Statement("It opened.", List.of(1), Support.VERBATIM)),
            List.of(citation),
            new AnswerMetadata(0.9, AnswerOrigin.EXTRACTIVE, 7));

    var page = pages(answer).getFirst();

    check(page);
    assertThat(page.text())
        .contains("The bridge opens — Gull, 11 November 2011\nAlso in 12: Gull, Gull, ")
        .contains(", …");
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void noTextOfARemarkOrAQuestionIsLost(String words) {
    var shown = new StringBuilder();
    pages(new About("Hello.", List.of(words), metadata(words)))
        .forEach(page -> page.blocks().forEach(block -> shown.append(block.text())));

    var text = TextRun.plain(words).text();
    assertThat(shown.toString().replaceAll("\\p{Cc}", " "))
        .isEqualTo(("Hello." + text + text).replaceAll("\\p{Cc}", " "));
  }

  @Test
  void notesAreRemarksBeforeTheSources() {
    var answered = answered("It opened.");
    var related = new Related(answered.statements(), answered.citations(), metadata("A note."));

    var blocks = pages(related).getFirst().blocks();

    assertThat(blocks)
        .extracting(block -> block.json().path("type").asText())
        .containsSubsequence("context", "divider", "context_actions");
    assertThat(pages(related).getFirst().text())
        .startsWith("No article states this directly. Closest:\nIt opened. [1]\n")
        .contains("\nA note.\n");
  }

  @Test
  void onlyAnswersAndAbstentionsHaveFeedbackButtons() {
    var answered = answered("It opened.");
    assertThat(
            Stream.of(
                    answered,
                    new Related(answered.statements(), answered.citations(), answered.metadata()),
                    abstained("No."),
                    new Clarification("Which?", List.of("Who?"), metadata("A note.")),
                    new About("Hello.", List.of("Who?"), metadata("A note.")))
                .map(answer ->
                    Block.array(pages(answer).getLast().blocks()).findValuesAsText("action_id")))
        .containsExactly(
            List.of(ReplyBlocks.FEEDBACK),
            List.of(ReplyBlocks.FEEDBACK),
            List.of(ReplyBlocks.FEEDBACK),
            List.of(ReplyBlocks.ASK + 1),
            List.of(ReplyBlocks.ASK + 1));
  }

  @Test
  void withoutAPublicUrlThereAreNoLinks() {
    var encode = new ReplyBlocks(new ArticleLinks(Optional.empty()));
    var reply = new Reply("c1", 1, "what?", answered("It opened."), List.of());

    assertThat(Block.array(encode.reply(reply, "what?", 17)).findValues("url")).isEmpty();
  }
}
