package org.dossier.slack.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Who the bot is in each workspace. Safe for any number of threads.
public final class BotIdentities {
  private final Map<String, Bot> known = new ConcurrentHashMap<>();
  private final SlackClient slackClient;

  public BotIdentities(SlackClient slackClient) {
    this.slackClient = slackClient;
  }

  /// The bot in one workspace.
  ///
  /// @param workspace its name, for people
  /// @param user by which messages are known as its own
  public record Bot(String workspace, String user) {}

  /// @param team the workspace; "" for the one that the settings have a token of
  /// @throws SlackApiException if Slack does not know its token
  /// @throws UnknownOutcomeException if Slack cannot be reached for too long
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
