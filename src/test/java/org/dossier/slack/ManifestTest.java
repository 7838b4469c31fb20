package org.dossier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Checks the documented app manifest against the behaviour of the bot.
class ManifestTest {
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

  private static List<JsonNode> manifests() throws IOException {
    var found = new ArrayList<JsonNode>();
    var blocks = YAML.matcher(Files.readString(Path.of("docs/how-to/slack.md")));
    while (blocks.find()) {
      found.add(new YAMLMapper().readTree(blocks.group(1)));
    }
    return found;
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Test
  void theManifestSubscribesToEveryHandledEvent() throws IOException {
    var settings = manifests().getFirst().path("settings");

    assertThat(texts(settings.path("event_subscriptions").path("bot_events")))
        .containsExactlyInAnyOrder(
            "app_home_opened",
            "app_mention",
            "app_uninstalled",
            "message.channels",
            "message.groups",
            "message.im",
            "message.mpim",
            "tokens_revoked");
    assertThat(settings.path("socket_mode_enabled").asBoolean()).isTrue();
    assertThat(settings.path("interactivity").path("is_enabled").asBoolean()).isTrue();
  }

  @Test
  void everyScopeIsExplained() throws IOException {
    var page = Files.readString(Path.of("docs/how-to/slack.md"));
    var scopes = texts(manifests().getFirst().path("oauth_config").path("scopes").path("bot"));

    assertThat(scopes).isSorted().contains("chat:write", "commands", "assistant:write");
    var explained = page.substring(page.indexOf("## Scopes"));
    assertThat(scopes).allSatisfy(scope -> assertThat(explained).contains("`" + scope + "`"));
  }

  @Test
  void theManifestNamesTheServedEndpoints() throws IOException {
    var http = manifests().getLast();

    assertThat(http.findValuesAsText("request_url"))
        .containsExactly(
            "https://dossier.example.org/slack/events",
            "https://dossier.example.org/slack/interactions");
    assertThat(http.findValuesAsText("url"))
        .containsExactly("https://dossier.example.org/slack/commands");
  }
}
