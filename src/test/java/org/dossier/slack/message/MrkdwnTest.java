package org.dossier.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          <@U0BOT> when did it open? → when did it open?
          when, <@U0BOT|dossier>, did it open? → when,  , did it open?
          what did <@U0ADA|ada> and <@U0BOB> say? → what did @ada and @U0BOB say?
          see <#C0001|news> → see #news
          is <https://example.org/a?b=1&amp;c=2|this> true? → is this true?
          is <https://example.org/a?b=1&amp;c=2> true? → is https://example.org/a?b=1&c=2 true?
          write to <mailto:ada@example.org|ada@example.org> → write to ada@example.org
          <!here> and <!channel|channel> → @here and channel
          ask <!subteam^S0001|@editors> → ask @editors
          on <!date^1392734382^{date}|18 February 2014> → on 18 February 2014
          is 3 &lt; 4 &amp;&amp; 5 &gt; 4? → is 3 < 4 && 5 > 4?
          *who* built _the_ ~old~ bridge → who built the old bridge
          what does `open` mean → what does open mean
          *_who_* was it → who was it
          what is snake_case_name → what is snake_case_name
          what is 2 * 3 * 4 → what is 2 * 3 * 4
          &lt;!channel&gt; → <!channel>
          """)
  void markupBecomesPlainText(String typed, String words) {
    assertThat(Mrkdwn.toPlainText(typed, "U0BOT")).isEqualTo(words);
  }

  @Test
  void escapedTextHasNoActiveMarkup() {
    assertThat(Mrkdwn.escape("<!channel> & <@U0ADA>"))
        .isEqualTo("&lt;!channel&gt; &amp; &lt;@U0ADA&gt;");
  }

  @Test
  void mentionsAreDetected() {
    assertThat(Mrkdwn.mentions("hello <@U0BOT|dossier>", "U0BOT")).isTrue();
    assertThat(Mrkdwn.mentions("hello <@U0BOTTLE>", "U0BOT")).isFalse();
    assertThat(Mrkdwn.mentionsAnyone("hello <@U0ADA>")).isTrue();
    assertThat(Mrkdwn.mentionsAnyone("hello <#C0001> &lt;@U0ADA&gt;")).isFalse();
  }
}
