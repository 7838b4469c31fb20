package org.dossier.slack.api;

import java.util.Optional;

/// The one place where a workspace's token is looked up. Safe for any number of threads.
public interface Tokens {
  /// What the bot calls Slack with in this workspace; empty where it is not installed.
  Optional<Token> find(String team);

  /// One token, which the settings give, for whichever workspace Slack speaks of.
  static Tokens fromConfig(SlackConfig config) {
    var token = config.botToken().map(Token::new);
    return team -> token;
  }
}
