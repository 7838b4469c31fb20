package org.dossier.slack.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.dossier.slack.Payloads;
import org.dossier.slack.SlackSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackConfigValidatorTest {
  private static void check(Map<String, String> settings) {
    SlackConfigValidator.check(SlackSettings.with(settings));
  }

  private static Map<String, String> good() {
    return new HashMap<>(
        Map.of(
            "transport", "http",
            "signing-secret", Payloads.SECRET,
            "bot-token", "xoxb-1",
            "app-token", "xapp-1"));
  }

  @Test
  void disabledSlackNeedsNoSettings() {
    assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
  }

  @Test
  void eachTransportRequiresItsSecrets() {
    assertThatCode(() -> check(good())).doesNotThrowAnyException();
    var socket = good();
    socket.put("transport", "socket");
    assertThatCode(() -> check(socket)).doesNotThrowAnyException();
  }

  @Test
  void allMissingSettingsAreReportedTogether() {
    assertThatThrownBy(() -> check(Map.of("transport", "http")))
        .isInstanceOf(SlackSettingsException.class)
        .hasMessageContaining("set DOSSIER_SLACK_SIGNING_SECRET")
        .hasMessageContaining("set DOSSIER_SLACK_BOT_TOKEN");
    assertThatThrownBy(() -> check(Map.of("transport", "socket", "dry-run", "true")))
        .hasMessageContaining("set DOSSIER_SLACK_APP_TOKEN")
        .hasMessageNotContaining("BOT_TOKEN");
  }

  @ParameterizedTest
  @CsvSource({
    "bot-token, xapp-secret, DOSSIER_SLACK_BOT_TOKEN must begin with xoxb-",
    "signing-secret, xoxb-secret, it must be the Signing Secret",
    "api-url, http://slack.example/api/, must begin with https://",
    "max-concurrent-replies, 0, max-concurrent-replies must be 1 or more",
    "body-limit, 0, body-limit must be 1 or more",
    "'suggested-prompts', 'a,b,c,d,e', more than 4",
  })
  void invalidSettingsAreReportedWithoutSecrets(String setting, String value, String expected) {
    var settings = good();
    settings.put(setting, value);

    assertThatThrownBy(() -> check(settings))
        .isInstanceOf(SlackSettingsException.class)
        .hasMessageContaining(expected)
        .hasMessageNotContaining("secret,")
        .hasMessageNotContaining("-secret ");
  }
}
