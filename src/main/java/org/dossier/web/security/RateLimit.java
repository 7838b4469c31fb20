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

/// A token bucket for each client address. This machine is not limited. Thread-safe.
@Singleton
public final class RateLimit {
  /// The number of clients that are tracked. An attacker with more addresses gets fresh buckets,
  /// but no address-based limit could stop it.
  private static final int MAX_CLIENTS = 20_000;

  private final int requests;
  private final Duration time;

  private final Cache<String, Bucket> clients;

  private final TrustedProxies proxies;

  RateLimit(WebConfig config, TrustedProxies proxies) {
    this.proxies = proxies;
    this.requests = config.rateLimit().requests();
    this.time = config.rateLimit().window();
    // After that time, an idle client's bucket is full again.
    this.clients = Caffeine.newBuilder().maximumSize(MAX_CLIENTS).expireAfterAccess(time).build();
  }

  /// @throws ProblemException RATE_LIMITED, with the delay until the next request
  public void check(HttpServerRequest request) {
    var clientAddress = ClientAddress.of(request, proxies);
    if (!clientAddress.isThisMachine()) {
      take(clientAddress.name());
    }
  }

  /// Takes one request from the bucket of `client`.
  ///
  /// @throws ProblemException RATE_LIMITED, with the delay until the next request
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
                // Uses a monotonic clock: if the wall clock is set back, the bucket would not be
                // refilled.
                .withNanosecondPrecision()
                .build());
  }
}
