package org.dossier.slack.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The bot's identity in each workspace, cached. Thread-safe.
public final class BotIdentities {
  private final Map<String, Bot> known = new ConcurrentHashMap<>();
  private final SlackClient slackClient;

  public BotIdentities(SlackClient slackClient) {
    this.slackClient = slackClient;
  }

  /// The bot in one workspace.
  ///
  /// @param workspace the name of the workspace
  /// @param user the bot's user id, by which its own messages are recognized
  public record Bot(String workspace, String user) {}

  /// @param team the workspace; "" for the workspace of the configured token
  /// @throws SlackApiException if Slack does not accept the token
  /// @throws UnknownOutcomeException if Slack stays unreachable for too long
  public Bot get(String team) {
    var bot = known.get(team);
    if (bot == null) {
      var answer =
          slackClient.callWithRetry(team, "auth.test", JsonNodeFactory.instance.objectNode());
      bot = new Bot(answer.path("team").asText(), answer.path("user_id").asText());
      known.put(team, bot);
    }
    return bot;
  }
}
