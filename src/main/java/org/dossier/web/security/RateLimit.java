package org.dossier.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.WebConfig;

/// How much one client may ask: so many requests at once, which come back evenly over a time. This
/// machine itself may ask as much as it likes. Safe for any number of threads.
@Singleton
public final class RateLimit {
  /// Whoever comes from more addresses than this gets fresh limits, and could not be stopped by
  /// any.
  private static final int MOST_CLIENTS = 20_000;

  private final int requests;
  private final Duration time;

  private final Cache<String, Bucket> clients;

  private final TrustedProxies proxies;

  RateLimit(WebConfig config, TrustedProxies proxies) {
    this.proxies = proxies;
    this.requests = config.rateLimit().requests();
    this.time = config.rateLimit().window();
    // Who has not asked for that long has all of it again.
    this.clients = Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(time).build();
  }

  /// @throws ProblemException RATE_LIMITED, which says when to come again
  public void check(HttpServerRequest request) {
    var clientAddress = ClientAddress.of(request, proxies);
    if (!clientAddress.isThisMachine()) {
      take(clientAddress.name());
    }
  }

  /// Takes one request from what `client` has left.
  ///
  /// @throws ProblemException RATE_LIMITED, which says when there is one again
  void take(String client) {
    if (requests == 0) {
      return;
    }
    var taken = bucket(client).tryConsumeAndReturnRemaining(1);
    if (!taken.isConsumed()) {
      var wait = Duration.ofNanos(taken.getNanosToWaitForRefill()).plusSeconds(1).toSeconds();
      throw ProblemException.of(
              ProblemType.RATE_LIMITED,
              "The limit is %d requests in %d seconds for each client. Retry in %d seconds."
                  .formatted(requests, time.toSeconds(), wait))
          .withLimit(requests)
          .withRetryAfter(wait);
    }
  }

  private Bucket bucket(String client) {
    return clients.get(
        client,
        any ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, time))
                // Not the clock on the wall, which may be set back and would refill nothing then.
                .withNanosecondPrecision()
                .build());
  }
}
