package org.dossier.slack.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dossier.database.Storage;
import org.dossier.slack.FakeSlack;
import org.dossier.slack.Payloads;
import org.dossier.slack.SampleReplies;
import org.dossier.slack.ScriptedQuestionPort;
import org.dossier.slack.SlackBotFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The delivery of replies: streamed, within the rate limits, and exactly once.
@ParameterizedClass
@EnumSource(Storage.class)
class ReplyPublisherTest {
  private static final String THREAD = "1781000001.000100";
  private static final String POST = "chat.postMessage";

  private final Storage storage;

  @TempDir Path folder;

  private final FakeSlack slack = new FakeSlack();
  private final ScriptedQuestionPort questionPort =
      new ScriptedQuestionPort()
          .answerWith(message ->
              SampleReplies.answerOf(List.of("It opened in May.", "It is long.", "It is new.")));

  ReplyPublisherTest(Storage storage) {
    this.storage = storage;
  }

  @AfterEach
  void close() {
    questionPort.release();
    slack.close();
  }

  private SlackBotFixture newBot(String... settings) {
    var all = new HashMap<>(Map.of("stream-delay", "PT0S", "stream-interval", "PT0S"));
    all.put("edit-interval", "PT0S");
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return new SlackBotFixture(slack, questionPort, storage.open(folder), all);
  }

  private void ask(SlackBotFixture slackBotFixture) {
    slackBotFixture.deliver(Payloads.mention("Ev1", THREAD, "what?"));
  }

  private void awaitReplied(SlackBotFixture slackBotFixture) {
    slack.await(() -> slackBotFixture.count("dossier.slack.replies", "outcome", "answered") == 1);
  }

  @Test
  void slowAnswersAreStreamedByStatement() {
    questionPort.hold();
    try (var slackBotFixture = newBot()) {
      ask(slackBotFixture);
      questionPort.release(1);
      slack.await(() -> slack.calls("chat.startStream").size() == 1);
      questionPort.release(1);
      slack.await(() -> slack.calls("chat.appendStream").size() == 1);
      assertThat(slack.messages().getFirst().words())
          .isEqualTo("It opened in May. [1]It is long. [2]");
      questionPort.release();
      awaitReplied(slackBotFixture);
    }
    assertThat(slack.messages()).hasSize(1);
    var reply = slack.messages().getFirst();
    assertThat(reply.streaming()).isFalse();
    assertThat(reply.words())
        .startsWith("It opened in May. [1]It is long. [2]It is new. [3]The bridge opens")
        .contains("Not useful");
    assertThat(slack.calls(POST)).isEmpty();
    var started = slack.calls("chat.startStream").getFirst().arguments();
    assertThat(started.path("recipient_user_id").asText()).isEqualTo("U0ADA");
    assertThat(started.path("recipient_team_id").asText()).isEqualTo("T0001");
  }

  @Test
  void streamedRelatedSentencesBeginWithTheirIntroduction() {
    questionPort
        .answerWith(message -> SampleReplies.relatedOf(List.of("It opened in May.", "It is long.")))
        .hold();
    try (var slackBotFixture = newBot()) {
      ask(slackBotFixture);
      questionPort.release(1);
      slack.await(() -> slack.calls("chat.startStream").size() == 1);
      assertThat(slack.messages().getFirst().words())
          .isEqualTo("No article states this directly. Closest:It opened in May. [1]");
      questionPort.release();
      slack.await(() -> slackBotFixture.count("dossier.slack.replies", "outcome", "related") == 1);
    }
    assertThat(slack.messages()).hasSize(1);
    assertThat(slack.messages().getFirst().words())
        .startsWith(
            "No article states this directly. Closest:It opened in May. [1]It is long. [2]The")
        .contains("Not useful");
  }

  @Test
  void quickAnswersArePostedAsOneMessage() {
    try (var slackBotFixture = newBot("stream-delay", "PT30S")) {
      ask(slackBotFixture);
      awaitReplied(slackBotFixture);
    }
    assertThat(slack.calls(POST)).hasSize(1);
    assertThat(slack.calls("chat.startStream")).isEmpty();
  }

  @Test
  void rejectedStreamsFallBackToEditsAndAreRemembered() {
    slack.reject("chat.startStream", "feature_not_enabled");
    try (var slackBotFixture = newBot()) {
      ask(slackBotFixture);
      awaitReplied(slackBotFixture);
      slackBotFixture.deliver(Payloads.direct("Ev2", "1781000003.000300", "and?"));
      slack.await(() -> slackBotFixture.count("dossier.slack.replies", "outcome", "answered") == 2);
    }
    assertThat(slack.messages()).hasSize(2);
    assertThat(slack.messages())
        .allSatisfy(reply ->
            assertThat(reply.words())
                .startsWith("It opened in May. [1]It is long. [2]It is new. [3]The bridge opens"));
    assertThat(slack.calls("chat.startStream")).hasSize(1);
    assertThat(slack.calls("chat.update")).isNotEmpty();
  }

  @Test
  void wholeModePostsOnlyTheCompleteAnswer() {
    try (var slackBotFixture = newBot("reply-mode", "final")) {
      ask(slackBotFixture);
      awaitReplied(slackBotFixture);
    }
    assertThat(slack.calls(POST)).hasSize(1);
    assertThat(slack.calls("chat.update")).isEmpty();
  }

  @Test
  void aStreamEndedBySlackIsCompletedByAnEdit() {
    slack.rejectOnce("chat.appendStream", "message_not_in_streaming_state");
    try (var slackBotFixture = newBot()) {
      ask(slackBotFixture);
      awaitReplied(slackBotFixture);
    }
    assertThat(slack.messages()).hasSize(1);
    assertThat(slack.messages().getFirst().words())
        .startsWith("It opened in May. [1]It is long. [2]It is new. [3]The bridge opens");
  }

  @Test
  void longStreamsContinueInTheNextMessage() {
    var sentences =
        IntStream.range(0, 120)
            .mapToObj(i -> "Sentence %d ".formatted(i) + "says a little ".repeat(9).strip() + ".")
            .toList();
    questionPort.answerWith(message -> SampleReplies.answerOf(sentences));
    try (var slackBotFixture = newBot()) {
      ask(slackBotFixture);
      awaitReplied(slackBotFixture);
    }
    var all = String.join("", slack.messages().stream().map(FakeSlack.Posted::words).toList());
    assertThat(slack.messages()).hasSizeGreaterThan(2).noneMatch(FakeSlack.Posted::streaming);
    for (int i = 0; i < sentences.size(); i++) {
      var said = sentences.get(i) + " [" + (i + 1) + "]";
      assertThat(all.split(java.util.regex.Pattern.quote(said), -1)).as(said).hasSize(2);
    }
  }

  @Test
  void rateLimitDelaysAreObserved() {
    slack.limit(POST, 1);
    slack.limit(POST, 1);
    long begun = System.nanoTime();
    try (var slackBotFixture = newBot("reply-mode", "final")) {
      ask(slackBotFixture);
      awaitReplied(slackBotFixture);
      assertThat(slackBotFixture.count("dossier.slack.rate.limits", "method", POST)).isEqualTo(2);
    }
    assertThat(slack.messages()).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(2));
  }

  @Test
  void editsStayWithinSlacksRateTier() {
    slack.tier("chat.update", Duration.ofMillis(500));
    try (var slackBotFixture = newBot("reply-mode", "edit")) {
      ask(slackBotFixture);
      awaitReplied(slackBotFixture);
    }
    assertThat(slack.messages()).hasSize(1);
    assertThat(slack.messages().getFirst().words()).contains("It is new. [3]", "Not useful");
  }

  @Test
  void postsWithALostResponseAreNotRepeated() {
    slack.loseResponse(POST);
    try (var slackBotFixture = newBot("reply-mode", "final")) {
      ask(slackBotFixture);
      awaitReplied(slackBotFixture);
    }
    assertThat(slack.calls(POST)).hasSize(1);
    assertThat(slack.calls("conversations.replies")).hasSize(1);
    assertThat(slack.messages()).hasSize(1);
  }

  @Test
  void postsThatNeverArrivedAreRepeated() {
    slack.loseCall(POST);
    try (var slackBotFixture = newBot("reply-mode", "final")) {
      ask(slackBotFixture);
      awaitReplied(slackBotFixture);
    }
    assertThat(slack.messages()).hasSize(1);
  }

  @Test
  void streamsWithALostStartResponseAreFoundAndCompleted() {
    slack.loseResponse("chat.startStream");
    try (var slackBotFixture = newBot()) {
      ask(slackBotFixture);
      awaitReplied(slackBotFixture);
    }
    assertThat(slack.messages()).hasSize(1);
    assertThat(slack.messages().getFirst().words())
        .startsWith("It opened in May. [1]It is long. [2]It is new. [3]The bridge opens")
        .contains("Not useful");
  }

  @Test
  void rejectedBlocksFallBackToPlainText() {
    slack.rejectOnce(POST, "invalid_blocks");
    try (var slackBotFixture = newBot("reply-mode", "final")) {
      ask(slackBotFixture);
      awaitReplied(slackBotFixture);
    }
    var reply = slack.messages().getFirst();
    assertThat(reply.blocks()).isEmpty();
    assertThat(reply.text()).contains("It opened in May. [1]", "It is new. [3]");
  }

  @Test
  void partialAnswersAreResumedAtTheNextStart() {
    questionPort.hold();
    try (var slackBotFixture = newBot()) {
      ask(slackBotFixture);
      questionPort.release(1);
      slack.await(() -> slack.calls("chat.startStream").size() == 1);
      slackBotFixture.kill();
      questionPort.release();
    }
    questionPort.answerWith(message -> SampleReplies.answerOf(List.of("It opened in June.")));
    try (var slackBotFixture = newBot()) {
      awaitReplied(slackBotFixture);
    }
    assertThat(slack.messages()).hasSize(1);
    assertThat(slack.messages().getFirst().words())
        .startsWith("It opened in June. [1]The bridge opens")
        .doesNotContain("It opened in May");
  }

  @Test
  void messagesOfALongerEarlierAttemptAreDeleted() {
    var sentences =
        IntStream.range(0, 120)
            .mapToObj(i -> "Sentence %d ".formatted(i) + "says a little ".repeat(9).strip() + ".")
            .toList();
    questionPort.answerWith(message -> SampleReplies.answerOf(sentences)).hold();
    try (var slackBotFixture = newBot()) {
      ask(slackBotFixture);
      questionPort.release(70);
      slack.await(() -> slack.messages().size() == 2);
      slackBotFixture.kill();
      questionPort.release();
    }
    questionPort.answerWith(message -> SampleReplies.answerOf(List.of("It opened in June.")));
    try (var slackBotFixture = newBot()) {
      awaitReplied(slackBotFixture);
    }
    assertThat(slack.messages()).hasSize(1);
    assertThat(slack.messages().getFirst().words())
        .startsWith("It opened in June. [1]The bridge opens")
        .doesNotContain("Sentence");
  }
}
