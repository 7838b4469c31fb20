package org.dossier.web.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Allowed callers, and limits for one request, for one client and for all of them together.
@ConfigMapping(prefix = "dossier.web")
public interface WebConfig {
  /// The maximum size of a request body, except an article's and those of OpenAI and MCP clients.
  @WithDefault("64K")
  MemorySize bodyLimit();

  /// The maximum size of an article's request body.
  @WithDefault("8M")
  MemorySize articleBodyLimit();

  /// The maximum size of a request body of an OpenAI or MCP client, which may contain a whole
  /// conversation.
  @WithDefault("1M")
  MemorySize conversationBodyLimit();

  /// The maximum size of a request body with several articles as JSON lines.
  @WithDefault("16M")
  MemorySize articleLinesBodyLimit();

  /// The maximum size of a request body with an answer or a text to verify.
  @WithDefault("1M")
  MemorySize checkBodyLimit();

  /// The maximum number of concurrent requests; the next one gets 503 with `Retry-After`.
  @WithDefault("64")
  int maxConcurrentRequests();

  /// The maximum number of concurrent changes of articles, in addition to those requests; the next
  /// one gets 503 with `Retry-After`.
  @WithDefault("8")
  int maxConcurrentWrites();

  /// The time limit for processing one request (then 504), and for its body to arrive (then the
  /// connection is closed).
  @WithDefault("30s")
  Duration requestTimeout();

  /// How long requests in flight may continue after [the signal to
  /// stop](../how-to/operating.md#stopping).
  @WithDefault("25s")
  Duration shutdownGracePeriod();

  /// The origins of the sites whose pages may embed the widget, such as `https://news.example`,
  /// separated by commas.
  Optional<Set<String>> allowedOrigins();

  /// Host names, in lower case, accepted by a server that serves this machine only: those of a
  /// proxy in front of it.
  Optional<Set<String>> allowedHosts();

  /// The reverse proxies in front of this server, as addresses or networks (`10.0.0.0/8`) separated
  /// by commas. The address that they append to `X-Forwarded-For` is the client's; without trusted
  /// proxies, the sender of the connection is the client.
  Optional<Set<String>> trustedProxies();

  /// The rate limit of one client.
  RateLimit rateLimit();

  /// Requests from this machine are not limited.
  interface RateLimit {
    /// The number of requests that one client may send in a burst; 0 for no limit. Requests from
    /// this machine, and with tokens that may change articles, are not limited.
    @WithDefault("60")
    int requests();

    /// The time in which that number of requests is granted again.
    @WithDefault("1m")
    Duration window();
  }

  /// The token that shows that a page may ask, if `dossier.auth.read-access` is `page`.
  PageToken pageToken();

  /// A token lets the pages of one origin ask for a limited time.
  interface PageToken {
    /// The validity of a page's token.
    @WithDefault("10m")
    Duration ttl();

    /// The secret that signs pages' tokens, at least 32 characters; by default a random one for the
    /// life of this process. Processes that serve one site together need the same secret. Set it in
    /// the environment (`DOSSIER_WEB_PAGE_TOKEN_SECRET`).
    Optional<String> secret();
  }
}
