package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.database.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several processes of the bot that share one database.
class SharedBotTest {
  private static final int MESSAGES = 60;

  @TempDir Path folder;

  private final FakeSlack slack = new FakeSlack();

  @AfterEach
  void close() {
    slack.close();
  }

  private SlackBotFixture newBot() {
    return new SlackBotFixture(
        slack, new ScriptedQuestionPort(), Storage.POSTGRESQL.open(folder), Map.of());
  }

  @Test
  void deliveryToAnyProcessYieldsOneReply() {
    slack.skipSdkCheck();
    var answers = new ArrayList<String>();
    try (var first = newBot();
        var second = newBot()) {
      for (int i = 0; i < MESSAGES; i++) {
        answers.add("You asked what is " + i + ". ");
        (i % 2 == 0 ? first : second).deliver(mention(i));
        if (i % 3 == 0) {
          (i % 2 == 0 ? second : first).deliver(mention(i));
        }
      }
      slack.awaitMessages(MESSAGES);

      assertThat(first.count("dossier.slack.redeliveries"))
          .isPositive()
          .isLessThan(MESSAGES / 3 + 1);
      assertThat(replies()).containsExactlyInAnyOrderElementsOf(answers);
    }
  }

  @Test
  void anotherProcessResumesUnfinishedReplies() {
    slack.skipSdkCheck();
    var first = newBot();
    try (var second = newBot()) {
      IntStream.range(0, MESSAGES).forEach(i -> first.deliver(mention(i)));
      slack.await(() -> slack.messages().size() > MESSAGES / 4);
      first.kill();
      slack.awaitMessages(MESSAGES);

      second.deliver(mention(MESSAGES));
      slack.awaitMessages(MESSAGES + 1);

      assertThat(replies()).doesNotHaveDuplicates().hasSize(MESSAGES + 1);
    } finally {
      first.close();
    }
  }

  private List<String> replies() {
    return slack.messages().stream()
        .map(message -> message.words().replaceFirst("(?s)\\[1].*", ""))
        .collect(Collectors.toList());
  }

  private static String mention(int number) {
    return Payloads.mention(
        "Ev" + number, "1781%06d.000200".formatted(number), "what is " + number + "?");
  }
}
