package org.dossier.web.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// From where one may ask, and how much one request, one client, and all of them together, may
/// take.
@ConfigMapping(prefix = "dossier.web")
public interface WebConfig {
  /// How large the body of a request may be, an article's left out.
  @WithDefault("64K")
  MemorySize bodyLimit();

  /// How large the body of an article may be.
  @WithDefault("8M")
  MemorySize articleBodyLimit();

  /// How many requests may be worked on at once; the next one gets 503 with `Retry-After`.
  @WithDefault("64")
  int underWayLimit();

  /// How many changes of articles may be worked on at once, besides those requests; the next one
  /// gets 503 with `Retry-After`.
  @WithDefault("8")
  int changesLimit();

  /// How long one request may take to be worked on before it gets 504, and its body to arrive
  /// before the line is cut.
  @WithDefault("30s")
  Duration timeLimit();

  /// How long requests under way may still take when the server is [told to
  /// stop](operating.md#stopping).
  @WithDefault("25s")
  Duration grace();

  /// The origins of the sites whose pages may have the widget, such as `https://news.example`,
  /// separated by commas.
  Optional<Set<String>> origins();

  /// Names, in small letters, by which requests may call a server that serves this machine only:
  /// those of a proxy before it.
  Optional<Set<String>> names();

  /// The reverse proxies in front of this server, as addresses or networks (`10.0.0.0/8`) separated
  /// by commas. What they append to `X-Forwarded-For` names the client; without them, the sender of
  /// the connection is the client.
  Optional<Set<String>> trustedProxies();

  /// How much one client may ask.
  Limit limit();

  /// This machine is not limited.
  interface Limit {
    /// How many requests one client may send at once; 0 for any number. This machine, and tokens
    /// that may change articles, are not limited.
    @WithDefault("60")
    int requests();

    /// In which time as many requests come back.
    @WithDefault("PT1M")
    Duration time();
  }

  /// What shows that a page may ask, where `dossier.access.asking` is for pages.
  Token token();

  /// A token lets the pages of one origin ask for a while.
  interface Token {
    /// How long a page's token holds.
    @WithDefault("PT10M")
    Duration life();

    /// What pages' tokens are signed with, 32 characters or more; without one, something random for
    /// as long as this process lives. Several processes that serve one site need the same. Give it
    /// in the environment (`DOSSIER_WEB_TOKEN_SECRET`).
    Optional<String> secret();
  }
}
