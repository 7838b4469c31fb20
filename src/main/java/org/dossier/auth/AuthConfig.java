package org.dossier.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Authentication and authorization.
@ConfigMapping(prefix = "dossier.auth")
public interface AuthConfig {
  /// Clients that may read and ask: `open` (everyone), `page` (people who read pages, and the pages
  /// of this server and of `dossier.web.allowed-origins`) or `token` (clients with an access
  /// token).
  @WithDefault("open")
  ReadAccess readAccess();

  /// Whether programs on this machine have every permission without a token.
  @WithDefault("true")
  boolean trustLoopback();

  /// Whether everyone may read `/q/metrics`; otherwise any access token is required.
  @WithDefault("false")
  boolean publicMetrics();

  /// The OpenID Connect issuer whose tokens are accepted.
  Oidc oidc();

  /// Off without an issuer.
  interface Oidc {
    /// The address of an OpenID Connect issuer whose tokens are accepted, such as
    /// `https://login.example/realms/news`; without it, no issuer is contacted.
    Optional<String> issuer();

    /// The audience (`aud`) that its tokens must name; required with an issuer.
    Optional<String> audience();

    /// The claim that holds the roles: a list, or names separated by blanks; dots lead into objects
    /// (`realm_access.roles`).
    @WithDefault("roles")
    String rolesClaim();

    /// The role of each permission.
    Roles roles();
  }

  /// Names of roles at the issuer.
  interface Roles {
    /// The role that may read and ask.
    @WithDefault("dossier-read")
    String read();

    /// The role that may also change articles.
    @WithDefault("dossier-write")
    String write();

    /// The role that has every permission.
    @WithDefault("dossier-admin")
    String admin();
  }

  /// Clients that may read and ask.
  enum ReadAccess {
    /// Everyone.
    OPEN,
    /// People who read pages, and the pages of this server and of the allowed origins, which get a
    /// short-lived token automatically.
    PAGE,
    /// Only clients with an access token.
    TOKEN
  }
}
