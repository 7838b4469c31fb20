package org.dossier.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.chat.conversation.Feedback;
import org.dossier.slack.Payloads;
import org.dossier.slack.message.ReplyBlocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parses recorded payloads.
class EventParserTest {
  private static final EventParser EVENTS = new EventParser(true);

  private static SlackEvent read(String name) {
    return EVENTS.read(Payloads.json(name));
  }

  private static QuestionAsked asked(String name) {
    return (QuestionAsked) read(name);
  }

  @Test
  void aMentionIsAQuestionInItsOwnThread() {
    assertThat(read("app-mention.json"))
        .isEqualTo(
            new QuestionAsked(
                "T0001",
                "C0001:1781000001.000100",
                QuestionAsked.Kind.MENTION,
                "C0001",
                "1781000001.000100",
                "1781000001.000100",
                "U0ADA",
                "T0001",
                "WORDS",
                null));
  }

  @Test
  void mentionAndMessageEventsHaveTheSameKey() {
    assertThat(read("message-channel.json")).isEqualTo(read("app-mention.json"));
  }

  @Test
  void sharedChannelsUseTheWorkspaceOfTheBot() {
    assertThat(asked("app-mention-shared.json").team()).isEqualTo("T0001");
    assertThat(asked("app-mention-shared.json").senderTeam()).isEqualTo("T0999");
  }

  @Test
  void threadMessagesMayBeFollowUps() {
    var questionAsked = asked("message-thread.json");

    assertThat(questionAsked.kind()).isEqualTo(QuestionAsked.Kind.FOLLOW_UP);
    assertThat(questionAsked.thread()).isEqualTo("1781000001.000100");
    assertThat(new EventParser(false).read(Payloads.json("message-thread.json")))
        .isEqualTo(new SlackEvent.Ignored());
  }

  @Test
  void directMessagesAreForTheBot() {
    assertThat(asked("message-im.json").kind()).isEqualTo(QuestionAsked.Kind.DIRECT);
    assertThat(asked("message-file.json").text()).isEqualTo("When did it open?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message-changed.json",
        "message-deleted.json",
        "message-bot.json",
        "message-own.json",
        "message-joined.json",
        "app-home-opened-home.json"
      })
  void otherEventsAreIgnored(String name) {
    assertThat(read(name)).isEqualTo(new SlackEvent.Ignored());
  }

  @Test
  void conversationOpenedEventsAreParsed() {
    assertThat(read("app-home-opened.json"))
        .isEqualTo(new SlackEvent.ConversationOpened("T0001", "D0001", null));
    assertThat(read("assistant-thread-started.json"))
        .isEqualTo(new SlackEvent.ConversationOpened("T0001", "D0001", "1781000016.001600"));
  }

  @Test
  void uninstallEventsAreParsed() {
    assertThat(read("app-uninstalled.json")).isInstanceOf(SlackEvent.AppRemoved.class);
    assertThat(read("tokens-revoked.json")).isInstanceOf(SlackEvent.AppRemoved.class);
  }

  @Test
  void ratingsIdentifyTheirMessage() {
    var payload =
        Payloads.text("block-actions.json")
            .replace("ACTION", ReplyBlocks.FEEDBACK)
            .replace("VALUE", "down 17");

    assertThat(InteractionParser.read(Payload.json(payload)))
        .isEqualTo(new SlackEvent.FeedbackGiven(17, Feedback.Verdict.DOWN));
  }

  @Test
  void unknownButtonsAreIgnored() {
    assertThat(InteractionParser.read(Payloads.json("block-actions.json")))
        .isEqualTo(new SlackEvent.Ignored());
  }
}
