package org.dossier.slack.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Validates the Slack settings before the bot starts.
public final class SlackConfigValidator {
  private static final int MAX_PROMPTS = 4;

  private final SlackConfig config;
  private final List<String> errors = new ArrayList<>();

  private SlackConfigValidator(SlackConfig config) {
    this.config = config;
  }

  /// @throws SlackSettingsException naming each invalid setting and the correction, never the value
  ///   of a secret
  public static void check(SlackConfig config) {
    var validator = new SlackConfigValidator(config);
    switch (config.transport()) {
      case OFF -> {
        return;
      }
      case HTTP -> validator.checkSigningSecret();
      case SOCKET -> validator.checkAppToken();
    }
    validator.checkBotToken();
    validator.checkAddresses();
    validator.checkNumbers();
    if (!validator.errors.isEmpty()) {
      throw new SlackSettingsException(
          "the settings for Slack are wrong: " + String.join("; ", validator.errors));
    }
  }

  private void checkSigningSecret() {
    var secret = config.signingSecret();
    if (secret.isEmpty()) {
      errors.add(
          "set DOSSIER_SLACK_SIGNING_SECRET (Basic Information → App Credentials) for transport http");
    } else if (secret.get().startsWith("xox") || secret.get().startsWith("xapp")) {
      errors.add("DOSSIER_SLACK_SIGNING_SECRET contains a token; it must be the Signing Secret");
    }
  }

  private void checkAppToken() {
    require(
        config.appToken(),
        "xapp-",
        "DOSSIER_SLACK_APP_TOKEN",
        "Basic Information → App-Level Tokens, scope connections:write");
  }

  private void checkBotToken() {
    if (config.botToken().isPresent() || !config.dryRun()) {
      require(
          config.botToken(),
          "xoxb-",
          "DOSSIER_SLACK_BOT_TOKEN",
          "OAuth & Permissions → Bot User OAuth Token");
    }
  }

  private void require(Optional<String> token, String prefix, String variable, String where) {
    if (token.isEmpty()) {
      errors.add("set %s (%s)".formatted(variable, where));
    } else if (!token.get().startsWith(prefix)) {
      errors.add("%s must begin with %s (%s)".formatted(variable, prefix, where));
    }
  }

  private void checkAddresses() {
    if (!isWeb(config.apiUrl()) || !(isEncrypted(config.apiUrl()) || isLocal(config.apiUrl()))) {
      errors.add("dossier.slack.api-url must begin with https://");
    }
  }

  private void checkNumbers() {
    if (config.maxConcurrentReplies() < 1) {
      errors.add(
          "dossier.slack.max-concurrent-replies must be 1 or more: "
              + config.maxConcurrentReplies());
    }
    if (config.bodyLimit() < 1) {
      errors.add("dossier.slack.body-limit must be 1 or more: " + config.bodyLimit());
    }
    int prompts = config.suggestedPrompts().map(List::size).orElse(0);
    if (prompts > MAX_PROMPTS) {
      errors.add(
          "dossier.slack.suggested-prompts has %d questions, more than 4".formatted(prompts));
    }
  }

  private static boolean isWeb(URI url) {
    var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https")) && url.getHost() != null;
  }

  private static boolean isEncrypted(URI url) {
    return url.getScheme().equalsIgnoreCase("https");
  }

  private static boolean isLocal(URI url) {
    return url.getHost().equals("127.0.0.1") || url.getHost().equals("localhost");
  }
}
