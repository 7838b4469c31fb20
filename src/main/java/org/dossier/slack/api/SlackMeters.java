package org.dossier.slack.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.dossier.observability.TagValues;
import org.dossier.slack.event.QuestionAsked;
import org.dossier.slack.event.SlackEvent;

/// Metrics of the exchange with Slack.
@Singleton
public final class SlackMeters {
  private static final String REQUESTS_REJECTED = "dossier.slack.requests.rejected";
  private static final String EVENTS = "dossier.slack.events";
  private static final String MESSAGES = "dossier.slack.messages";
  private static final String REPLIES = "dossier.slack.replies";
  private static final String RATE_LIMITS = "dossier.slack.rate.limits";

  private final MeterRegistry meters;
  private final Counter redeliveries;
  private final Counter retries;

  /// Registers the counters at zero: a rate needs a first sample.
  public SlackMeters(MeterRegistry meters) {
    this.meters = meters;
    this.redeliveries = meters.counter("dossier.slack.redeliveries");
    this.retries = meters.counter("dossier.slack.retries");
    for (var kind : QuestionAsked.Kind.values()) {
      meters.counter(MESSAGES, "kind", TagValues.of(kind));
    }
    List.of("asked", "rated", "opened", "removed", "other")
        .forEach(kind -> meters.counter(EVENTS, "kind", kind));
    List.of(
            "answered",
            "related",
            "clarify",
            "about",
            "abstained",
            "help",
            "rejected",
            "failed",
            "undelivered")
        .forEach(outcome -> meters.counter(REPLIES, "outcome", outcome));
    List.of("off", "too-large", "signature", "unreadable", "not-stored")
        .forEach(reason -> meters.counter(REQUESTS_REJECTED, "reason", reason));
    meters.counter(RATE_LIMITS, "method", "chat.postMessage");
  }

  /// Counts a request with an invalid signature or a malformed body.
  public void countRejectedRequest(String reason) {
    meters.counter(REQUESTS_REJECTED, "reason", reason).increment();
  }

  /// Counts an event from Slack.
  public void countEvent(SlackEvent slackEvent) {
    var kind =
        switch (slackEvent) {
          case QuestionAsked _ -> "asked";
          case SlackEvent.FeedbackGiven _ -> "rated";
          case SlackEvent.ConversationOpened _ -> "opened";
          case SlackEvent.AppRemoved _ -> "removed";
          case SlackEvent.Challenge _, SlackEvent.EmptyCommand _, SlackEvent.Ignored _ -> "other";
        };
    meters.counter(EVENTS, "kind", kind).increment();
  }

  /// Counts a message that will get a reply.
  public void countMessage(QuestionAsked.Kind kind) {
    meters.counter(MESSAGES, "kind", TagValues.of(kind)).increment();
  }

  /// Counts a repeated delivery of an event.
  public void countRedelivery() {
    redeliveries.increment();
  }

  /// Counts a reply that was published, or has finally failed.
  public void countReply(String outcome) {
    meters.counter(REPLIES, "outcome", outcome).increment();
  }

  /// Counts a call that Slack rejected because of a rate limit.
  void countRateLimited(String method) {
    meters.counter(RATE_LIMITS, "method", method).increment();
  }

  /// Counts the retry of a call whose outcome was unknown.
  void countRetry() {
    retries.increment();
  }

  /// Registers gauges for the number of pending replies and the connection status.
  public void registerGauges(Supplier<Number> pendingCount, ConnectionStatus connectionStatus) {
    Gauge.builder("dossier.slack.queue.size", pendingCount).register(meters);
    Gauge.builder("dossier.slack.connected", () -> connectionStatus.state().connected() ? 1 : 0)
        .register(meters);
    FunctionCounter.builder(
            "dossier.slack.connections", connectionStatus, ConnectionStatus::connectionCount)
        .register(meters);
  }
}
