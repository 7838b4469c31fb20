package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.chat.Feedback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made of the payloads that Slack was recorded sending.
class EventsTest {
  private static final Events EVENTS = new Events(true);

  private static Incoming read(String name) {
    return EVENTS.read(Payloads.json(name));
  }

  private static Asked asked(String name) {
    return (Asked) read(name);
  }

  @Test
  void aMentionAsksInItsOwnThread() {
    assertThat(read("app-mention.json"))
        .isEqualTo(
            new Asked(
                "T0001",
                "C0001:1781000001.000100",
                Asked.Kind.MENTION,
                "C0001",
                "1781000001.000100",
                "1781000001.000100",
                "U0ADA",
                "T0001",
                "WORDS",
                null));
  }

  @Test
  void theMessageThatCarriesAMentionIsTheSame() {
    assertThat(read("message-channel.json")).isEqualTo(read("app-mention.json"));
  }

  @Test
  void inASharedChannelTheWorkspaceIsTheOneOfTheBot() {
    assertThat(asked("app-mention-shared.json").team()).isEqualTo("T0001");
    assertThat(asked("app-mention-shared.json").senderTeam()).isEqualTo("T0999");
  }

  @Test
  void whatStandsInAThreadMayBeAFollowUp() {
    var asked = asked("message-thread.json");

    assertThat(asked.kind()).isEqualTo(Asked.Kind.FOLLOW_UP);
    assertThat(asked.thread()).isEqualTo("1781000001.000100");
    assertThat(new Events(false).read(Payloads.json("message-thread.json")))
        .isEqualTo(new Incoming.Nothing());
  }

  @Test
  void whatIsWrittenToTheBotIsForTheBot() {
    assertThat(asked("message-im.json").kind()).isEqualTo(Asked.Kind.DIRECT);
    assertThat(asked("message-file.json").words()).isEqualTo("When did it open?");
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
  void theRestIsNothingForUs(String name) {
    assertThat(read(name)).isEqualTo(new Incoming.Nothing());
  }

  @Test
  void anOpenedConversationIsOne() {
    assertThat(read("app-home-opened.json")).isEqualTo(new Incoming.Opened("T0001", "D0001", null));
    assertThat(read("assistant-thread-started.json"))
        .isEqualTo(new Incoming.Opened("T0001", "D0001", "1781000016.001600"));
  }

  @Test
  void aBotThatIsTakenOutIsRemoved() {
    assertThat(read("app-uninstalled.json")).isInstanceOf(Incoming.Removed.class);
    assertThat(read("tokens-revoked.json")).isInstanceOf(Incoming.Removed.class);
  }

  @Test
  void aRatingNamesItsMessage() {
    var payload =
        Payloads.text("block-actions.json")
            .replace("ACTION", ReplyBlocks.FEEDBACK)
            .replace("VALUE", "down 17");

    assertThat(Interactions.read(Payload.json(payload)))
        .isEqualTo(new Incoming.Rated(17, Feedback.Verdict.DOWN));
  }

  @Test
  void anUnknownPressIsNothingForUs() {
    assertThat(Interactions.read(Payloads.json("block-actions.json")))
        .isEqualTo(new Incoming.Nothing());
  }
}
