package org.dossier.slack;

import io.smallrye.health.api.Wellness;
import java.util.Locale;
import org.dossier.slack.api.SlackConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Health check of the connection to Slack. Included in `/q/health`, but neither in readiness nor
/// in liveness: a server without a connection to Slack still serves its other clients.
@Wellness
final class SlackHealth implements HealthCheck {
  private final SlackBot bot;
  private final SlackConfig config;

  SlackHealth(SlackBot bot, SlackConfig config) {
    this.bot = bot;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    var check =
        HealthCheckResponse.named("slack")
            .withData("transport", config.transport().name().toLowerCase(Locale.ROOT));
    if (config.transport() == SlackConfig.Transport.OFF) {
      return check.up().build();
    }
    var state = bot.connectionStatus().state();
    check.status(state.connected()).withData("state", state.description());
    if (state.workspace() != null) {
      check.withData("workspace", state.workspace());
    }
    bot.connectionStatus()
        .lastEvent()
        .ifPresent(when -> check.withData("lastEventAt", when.toString()));
    return check.build();
  }
}
