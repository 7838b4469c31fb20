package org.dossier.web;

import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// How much one client may ask: so many requests at once, which come back evenly over a time. This
/// machine itself may ask as much as it likes. Safe for any number of threads.
@Singleton
final class RateLimit {
  /// Whoever comes from more addresses than this gets fresh limits, and could not be stopped by
  /// any.
  private static final int MOST_CLIENTS = 20_000;

  private final int requests;
  private final Duration time;

  /// The one that was used last at the end.
  private final SequencedMap<String, Bucket> clients =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_CLIENTS;
        }
      };

  RateLimit(WebConfig config) {
    this.requests = config.limit().requests();
    this.time = config.limit().time();
  }

  /// @throws Problem LIMITED, which says when to come again
  void check(HttpServerRequest request) {
    var client = Client.of(request);
    if (!client.isThisMachine()) {
      take(client.name());
    }
  }

  /// Takes one request from what `client` has left.
  ///
  /// @throws Problem LIMITED, which says when there is one again
  void take(String client) {
    if (requests == 0) {
      return;
    }
    var taken = bucket(client).tryConsumeAndReturnRemaining(1);
    if (!taken.isConsumed()) {
      var wait = Duration.ofNanos(taken.getNanosToWaitForRefill()).plusSeconds(1).toSeconds();
      throw Problem.of(
              Fault.LIMITED,
              "One client may send %d requests in %d seconds. Try again in %d seconds."
                  .formatted(requests, time.toSeconds(), wait))
          .beyond(requests)
          .after(wait);
    }
  }

  private Bucket bucket(String client) {
    synchronized (clients) {
      return clients.computeIfAbsent(
          client,
          name ->
              Bucket.builder()
                  .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, time))
                  // Not the clock on the wall, which may be set back and would refill nothing then.
                  .withNanosecondPrecision()
                  .build());
    }
  }
}
