package org.dossier.slack;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/// Counts what comes from Slack and what goes there.
@Singleton
final class SlackMeters {
  private static final String REQUESTS_REFUSED = "dossier.slack.requests.refused";
  private static final String MESSAGES = "dossier.slack.messages";
  private static final String REDELIVERIES = "dossier.slack.redeliveries";
  private static final String REPLIES = "dossier.slack.replies";
  private static final String RATE_LIMITS = "dossier.slack.rate.limits";

  private final MeterRegistry meters;

  SlackMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /// A request that was not Slack's, or could not be read.
  void requestRefused(String reason) {
    meters.counter(REQUESTS_REFUSED, "reason", reason).increment();
  }

  /// A message that gets a reply.
  void message(Asked.Kind kind) {
    meters.counter(MESSAGES, "kind", word(kind)).increment();
  }

  /// Something that Slack had delivered before.
  void redelivery() {
    meters.counter(REDELIVERIES).increment();
  }

  /// A reply that stands, or will never.
  void reply(String outcome) {
    meters.counter(REPLIES, "outcome", outcome).increment();
  }

  /// Slack lets us wait.
  void limited(String method) {
    meters.counter(RATE_LIMITS, "method", method).increment();
  }

  /// How many messages wait for their reply.
  void waiting(Supplier<Number> number) {
    Gauge.builder("dossier.slack.waiting", number)
        .description("Messages from Slack that wait for their reply")
        .register(meters);
  }

  /// `FOLLOW_UP` as `follow-up`.
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
