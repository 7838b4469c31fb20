package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.LinearWork;
import org.dossier.slack.message.Emphasis;
import org.dossier.slack.message.Mrkdwn;
import org.junit.jupiter.api.Test;

class HostileMessagesTest {
  @Test
  void messagesAreParsedInLinearTime() {
    LinearWork.verify(
        Mrkdwn.MAX_LENGTH,
        text -> {
          Mrkdwn.toPlainText(text, "U0BOT");
          Mrkdwn.mentions(text, "U0BOT");
        });
  }

  @Test
  void emphasisIsRemovedInLinearTime() {
    LinearWork.verify(100_000, Emphasis::strip);
  }

  @Test
  void aMessageLongerThanSlackSendsIsNotParsed() {
    var text = "*a* ".repeat(Mrkdwn.MAX_LENGTH / 4 + 1);

    assertThat(Mrkdwn.toPlainText(text, "U0BOT")).isSameAs(text);
  }

  @Test
  void emphasisMarkersAreOutsideOfWords() {
    assertThat(Emphasis.strip("*a* b*c* *d*e *f *")).isEqualTo("a b*c* *d*e *f *");
    assertThat(Emphasis.strip("```a *b*``` `c`")).isEqualTo("a *b* c");
    assertThat(Emphasis.strip("*_a_*")).isEqualTo("_a_");
    assertThat(Emphasis.strip("a ** b")).isEqualTo("a ** b");
    assertThat(Emphasis.strip("*a\nb*")).isEqualTo("a\nb");
  }
}
