package org.dossier.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.util.Map;
import org.dossier.web.WebSettings;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  @Test
  void exhaustedClientsGetARetryDelay() {
    var limit = limit(2);
    limit.take("one");
    limit.take("one");

    var refused = catchThrowableOfType(ProblemException.class, () -> limit.take("one"));

    assertThat(refused.problemType()).isEqualTo(ProblemType.RATE_LIMITED);
    // Half an hour plus a second of rounding, minus the time since the last call.
    assertThat(refused.retryAfter()).isBetween(1790L, 1801L);
    assertThatCode(() -> limit.take("two")).doesNotThrowAnyException();
  }

  @Test
  void zeroIsNoLimit() {
    var limit = limit(0);

    assertThatCode(
            () -> {
              for (int i = 0; i < 100; i++) {
                limit.take("one");
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void ipv6ClientsAreGroupedByNetwork() {
    assertThat(name("203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(name("2001:db8:1:2::1")).isEqualTo(name("2001:db8:1:2:3::9"));
    assertThat(name("2001:db8:1:2::1")).isNotEqualTo(name("2001:db8:1:3::1"));
  }

  private static String name(String address) {
    return ClientAddress.name(InetAddress.ofLiteral(address));
  }

  private static RateLimit limit(int requests) {
    var settings =
        WebSettings.with(
            Map.of("rate-limit.requests", String.valueOf(requests), "rate-limit.window", "PT1H"));
    return new RateLimit(settings, new TrustedProxies(settings));
  }
}
