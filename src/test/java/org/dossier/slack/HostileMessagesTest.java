package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.LinearWork;
import org.dossier.slack.message.Emphasis;
import org.dossier.slack.message.Mrkdwn;
import org.junit.jupiter.api.Test;

class HostileMessagesTest {
  @Test
  void messagesAreReadInLinearTime() {
    LinearWork.verify(
        Mrkdwn.LONGEST,
        text -> {
          Mrkdwn.plain(text, "U0BOT");
          Mrkdwn.mentions(text, "U0BOT");
        });
  }

  @Test
  void marksAreRemovedInLinearTime() {
    LinearWork.verify(100_000, Emphasis::without);
  }

  @Test
  void aMessageLongerThanSlackSendsIsNotParsed() {
    var text = "*a* ".repeat(Mrkdwn.LONGEST / 4 + 1);

    assertThat(Mrkdwn.plain(text, "U0BOT")).isSameAs(text);
  }

  @Test
  void aMarkIsOpenedAndClosedOutsideOfWords() {
    assertThat(Emphasis.without("*a* b*c* *d*e *f *")).isEqualTo("a b*c* *d*e *f *");
    assertThat(Emphasis.without("```a *b*``` `c`")).isEqualTo("a *b* c");
    assertThat(Emphasis.without("*_a_*")).isEqualTo("_a_");
    assertThat(Emphasis.without("a ** b")).isEqualTo("a ** b");
    assertThat(Emphasis.without("*a\nb*")).isEqualTo("a\nb");
  }
}
