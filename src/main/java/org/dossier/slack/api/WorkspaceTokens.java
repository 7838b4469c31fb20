package org.dossier.slack.api;

import java.util.Optional;

/// Finds the token of a workspace. Thread-safe.
public interface WorkspaceTokens {
  /// The bot token for a workspace; empty if the bot is not installed there.
  Optional<Token> find(String team);

  /// The configured token, for every workspace.
  static WorkspaceTokens fromConfig(SlackConfig config) {
    var token = config.botToken().map(Token::new);
    return team -> token;
  }
}
