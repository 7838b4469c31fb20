package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dossier.chat.conversation.Feedback;
import org.dossier.database.Storage;
import org.dossier.slack.queue.PendingReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The behaviour of the bot as Slack users see it.
@ParameterizedClass
@EnumSource(Storage.class)
class SlackBotTest {
  private static final String THREAD = "1781000001.000100";

  private final Storage storage;

  @TempDir Path folder;

  private final FakeSlack slack = new FakeSlack();
  private final ScriptedQuestionPort questionPort = new ScriptedQuestionPort();

  SlackBotTest(Storage storage) {
    this.storage = storage;
  }

  @AfterEach
  void close() {
    questionPort.release();
    slack.close();
  }

  private SlackBotFixture newBot(Map<String, String> settings) {
    return new SlackBotFixture(slack, questionPort, storage.open(folder), settings);
  }

  @Test
  void aMentionIsAnsweredInItsThreadWithItsSource() {
    questionPort.answerWith(
        message -> SampleReplies.answerOf(List.of("It opened in May.", "It is long.")));
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "when did the bridge open?"));

      var reply = slack.awaitMessages(1).getFirst();
      assertThat(reply.thread()).isEqualTo(THREAD);
      assertThat(reply.words())
          .startsWith("It opened in May. [1]It is long. [2]")
          .contains("The bridge opens — Gull, 11 November 2011[1] “It opened in May.”")
          .contains("Useful", "Not useful");
      assertThat(reply.blocks().findValuesAsText("url"))
          .contains(
              "https://dossier.example/articles/2011/bridge?version="
                  + SampleReplies.article(
                          "2011/bridge", "The bridge opens", "It opened in May. It is long.")
                      .version()
                  + "&start=0&end=17#cited");
    }
    assertThat(questionPort.asked())
        .containsExactly(new ScriptedQuestionPort.Question(null, "when did the bridge open?"));
    assertThat(slack.calls("assistant.threads.setStatus").getFirst().arguments().path("status"))
        .hasToString("\"is reading the archive…\"");
  }

  @Test
  void duplicateDeliveriesYieldOneReply() {
    try (var slackBotFixture = newBot(Map.of())) {
      for (int i = 0; i < 3; i++) {
        slackBotFixture.deliver(Payloads.message("Ev2", THREAD, "who?"));
        slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "who?"));
      }
      slackBotFixture.deliver(Payloads.direct("Ev9", "1781000090.000100", "the last one"));

      assertThat(slack.awaitMessages(2)).hasSize(2);
      assertThat(slackBotFixture.count("dossier.slack.redeliveries")).isEqualTo(5);
    }
  }

  @Test
  void threadsContinueTheirConversationWithoutMentions() {
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "who?"));
      slackBotFixture.deliver(Payloads.inThread("Ev2", "1781000002.000200", THREAD, "and when?"));
      slack.awaitMessages(2);
    }
    assertThat(questionPort.asked())
        .containsExactly(
            new ScriptedQuestionPort.Question(null, "who?"),
            new ScriptedQuestionPort.Question("c1", "and when?"));
  }

  @Test
  void messagesNotAddressedToTheBotAreIgnored() {
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(
          Payloads.inThread("Ev1", "1781000002.000200", "1780000000.000100", "and when?"));
      slackBotFixture.deliver(Payloads.mention("Ev2", THREAD, "who?"));
      slackBotFixture.deliver(
          Payloads.inThread("Ev3", "1781000002.000200", THREAD, "<@U0BOB> what do you think?"));
      slackBotFixture.deliver(Payloads.direct("Ev9", "1781000090.000100", "the last one"));

      assertThat(slack.awaitMessages(2)).hasSize(2);
    }
  }

  @Test
  void threadsAreNotFollowedIfDisabled() {
    try (var slackBotFixture = newBot(Map.of("follow-threads", "false"))) {
      slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "who?"));
      slackBotFixture.deliver(Payloads.inThread("Ev2", "1781000002.000200", THREAD, "and when?"));
      slackBotFixture.deliver(Payloads.direct("Ev9", "1781000090.000100", "the last one"));

      assertThat(slack.awaitMessages(2)).hasSize(2);
    }
  }

  @Test
  void abstentionsStateReasonAndNearestArticles() {
    questionPort.answerWith(message -> SampleReplies.abstained());
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.direct("Ev1", THREAD, "Where is Atlantis?"));

      assertThat(slack.awaitMessages(1).getFirst().words())
          .startsWith("The archive does not mention “Atlantis”.")
          .contains("The nearest articles:", "• The bridge opens — Gull, 11 November 2011");
    }
  }

  @Test
  void commandsPostTheQuestionAndReplyInItsThread() {
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.command(Payloads.text("command.txt"));
      slackBotFixture.command(Payloads.text("command.txt"));

      var messages = slack.awaitMessages(2);
      assertThat(messages).hasSize(2);
      assertThat(messages.getFirst().thread()).isNull();
      assertThat(messages.getFirst().words()).contains("asks:", "When did the bridge open?");
      assertThat(messages.getLast().thread()).isEqualTo(messages.getFirst().ts());

      slackBotFixture.deliver(
          Payloads.inThread("Ev1", "1781000002.000200", messages.getFirst().ts(), "and where?"));
      slack.awaitMessages(3);
      assertThat(questionPort.asked().getLast().conversation()).isEqualTo("c1");
    }
  }

  @Test
  void commandsInInaccessibleChannelsGetAnEphemeralReply() {
    slack.reject("chat.postMessage", "not_in_channel");
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.command(
          Payloads.text("command.txt")
              .replaceAll(
                  "response_url=[^&]*",
                  Payloads.form("response_url", slack.api().resolve("response").toString())));

      slack.await(() -> !slack.calls("response").isEmpty());
      assertThat(slack.calls("response").getFirst().arguments().path("text").asText())
          .contains("/invite");
      assertThat(slack.messages()).isEmpty();
    }
  }

  @Test
  void pressingASuggestionAsksItOnce() {
    questionPort.suggesting("Who built it?", "How long is it?");
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "when?"));
      slack.await(() -> slack.calls("chat.update").size() == 1);
      assertThat(slack.messages().getFirst().words()).contains("Who built it?", "How long is it?");

      questionPort.suggesting();
      slackBotFixture.press("dossier_ask_1", "Who built it?");
      slackBotFixture.press("dossier_ask_1", "Who built it?");
      slackBotFixture.deliver(Payloads.direct("Ev9", "1781000090.000100", "the last one"));

      var messages = slack.awaitMessages(4);
      assertThat(messages).hasSize(4);
      assertThat(slack.replies(THREAD)).hasSize(3);
      assertThat(slack.replies(THREAD).get(1).words()).contains("asks:", "Who built it?");
    }
    assertThat(questionPort.asked())
        .contains(new ScriptedQuestionPort.Question("c1", "Who built it?"));
  }

  @Test
  void relatedSentencesAreIntroduced() {
    questionPort.answerWith(message -> SampleReplies.relatedOf(List.of("It opened in May.")));
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "who opened it?"));

      assertThat(slack.awaitMessages(1).getFirst().words())
          .startsWith("No article states this directly. Closest:It opened in May. [1]")
          .contains("Useful");
      slack.await(() -> slackBotFixture.count("dossier.slack.replies", "outcome", "related") == 1);
    }
  }

  @Test
  void pressingAChoiceOfAQuestionBackContinuesTheThread() {
    questionPort.answerWith(message ->
        message.equals("when?")
            ? SampleReplies.clarification("When did the old one open?", "When did the new one?")
            : SampleReplies.answerOf(List.of("It opened in May.")));
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "when?"));
      var back = slack.awaitMessages(1).getFirst();
      assertThat(back.words())
          .startsWith("Which bridge?")
          .contains("When did the old one open?", "When did the new one?")
          .doesNotContain("Useful");
      assertThat(back.blocks().findValuesAsText("action_id"))
          .containsExactly("dossier_ask_1", "dossier_ask_2");

      slackBotFixture.press("dossier_ask_2", "When did the new one?");

      assertThat(slack.awaitMessages(3).getLast().words()).startsWith("It opened in May.");
      assertThat(slack.replies(THREAD)).hasSize(3);
    }
    assertThat(questionPort.asked())
        .containsExactly(
            new ScriptedQuestionPort.Question(null, "when?"),
            new ScriptedQuestionPort.Question("c1", "When did the new one?"));
  }

  @Test
  void pressingAChoiceInADirectMessageContinuesItsConversation() {
    questionPort.answerWith(message ->
        message.equals("when?")
            ? SampleReplies.clarification("When did the old one open?")
            : SampleReplies.answerOf(List.of("It opened in May.")));
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.direct("Ev1", THREAD, "when?"));
      var back = slack.awaitMessages(1).getFirst();

      slackBotFixture.pressInDirectMessage(back, "dossier_ask_1", "When did the old one open?");

      assertThat(slack.awaitMessages(3))
          .allSatisfy(message -> assertThat(message.channel()).isEqualTo(back.channel()))
          .last()
          .satisfies(answer -> assertThat(answer.words()).startsWith("It opened in May."));
    }
    assertThat(questionPort.asked())
        .endsWith(new ScriptedQuestionPort.Question("c1", "When did the old one open?"));
  }

  @Test
  void repliesAboutTheArchiveHaveExamplesToPressOnce() {
    questionPort
        .suggesting("Who built it?")
        .answerWith(message -> SampleReplies.about("Who built it?"));
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.direct("Ev1", THREAD, "hello"));
      slack.await(() -> slackBotFixture.count("dossier.slack.replies", "outcome", "about") == 1);
      slackBotFixture.deliver(Payloads.direct("Ev9", "1781000090.000100", "the last one"));

      var reply = slack.awaitMessages(2).getFirst();
      assertThat(reply.words())
          .startsWith("Hello. I answer from 5 articles.Who built it?")
          .doesNotContain("Useful");
      assertThat(reply.blocks().findValuesAsText("action_id")).containsExactly("dossier_ask_1");
    }
  }

  @Test
  void feedbackIsStoredWithItsTurn() {
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "when?"));
      var buttons = slack.awaitMessages(1).getFirst().blocks().findValue("negative_button");
      slack.await(() -> slackBotFixture.count("dossier.slack.replies", "outcome", "answered") == 1);

      slackBotFixture.press("dossier_feedback", buttons.path("value").asText());
      slackBotFixture.press("dossier_feedback", "up 4711");
    }
    assertThat(questionPort.rated())
        .containsExactlyEntriesOf(Map.of(new PendingReply.TurnId("c1", 1), Feedback.Verdict.DOWN));
  }

  @Test
  void messagesWithoutAQuestionGetHelp() {
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, " "));

      assertThat(slack.awaitMessages(1).getFirst().words()).startsWith("Ask me a question");
    }
    assertThat(questionPort.asked()).isEmpty();
  }

  @Test
  void openingAConversationSuggestsQuestions() {
    try (var slackBotFixture =
        newBot(Map.of("suggested-prompts", "Who built the bridge?,When did it open?"))) {
      slackBotFixture.deliver(Payloads.text("app-home-opened.json"));
      slackBotFixture.deliver(Payloads.text("app-home-opened-home.json"));
      slack.await(() -> slack.calls("assistant.threads.setSuggestedPrompts").size() == 1);
      slackBotFixture.deliver(Payloads.text("assistant-thread-started.json"));
      slack.await(() -> slack.calls("assistant.threads.setSuggestedPrompts").size() == 2);
    }
    var calls = slack.calls("assistant.threads.setSuggestedPrompts");
    assertThat(calls.getFirst().arguments().has("thread_ts")).isFalse();
    assertThat(calls.getFirst().arguments().findValuesAsText("message"))
        .containsExactly("Who built the bridge?", "When did it open?");
    assertThat(calls.getLast().arguments().path("thread_ts").asText())
        .isEqualTo("1781000016.001600");
  }

  @Test
  void failuresAreReportedInPlainEnglish() {
    questionPort.answerWith(message -> {
      throw new IllegalStateException("disk on fire");
    });
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "when?"));

      assertThat(slack.awaitMessages(1).getFirst().words())
          .startsWith("Something went wrong on my side")
          .doesNotContain("fire");
    }
  }

  @Test
  void aDryRunSendsNothing() {
    try (var slackBotFixture = newBot(Map.of("dry-run", "true"))) {
      slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "when?"));
      slack.await(() -> slackBotFixture.count("dossier.slack.replies", "outcome", "answered") == 1);
    }
    assertThat(slack.calls()).isEmpty();
  }

  @Test
  void longAnswersArriveCompletely() {
    var sentences =
        IntStream.range(0, 160)
            .mapToObj(i -> "Sentence %d of the answer ".formatted(i) + "says a little ".repeat(8))
            .map(sentence -> sentence.strip() + ".")
            .toList();
    assertThat(String.join("", sentences)).hasSizeGreaterThan(20_000);
    questionPort.answerWith(message -> SampleReplies.answerOf(sentences));
    try (var slackBotFixture = newBot(Map.of())) {
      slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "what does it say?"));
      slack.await(() -> slackBotFixture.count("dossier.slack.replies", "outcome", "answered") == 1);
    }
    var words = slack.messages().stream().map(FakeSlack.Posted::words).toList();
    var all = String.join("", words);
    assertThat(slack.messages()).allMatch(message -> THREAD.equals(message.thread()));
    int at = 0;
    for (int i = 0; i < sentences.size(); i++) {
      at = all.indexOf(sentences.get(i) + " [" + (i + 1) + "]", at);
      assertThat(at).as(sentences.get(i)).isNotNegative();
    }
  }
}
