package org.dossier.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Who may do what.
@ConfigMapping(prefix = "dossier.access")
public interface AuthConfig {
  /// Whom reading and asking is open to: `open` (anybody), `page` (readers, and the pages of this
  /// server and of the origins listed) or `token` (who shows an access token).
  @WithDefault("open")
  Asking asking();

  /// Whether programs on this machine may do everything without a token.
  @WithDefault("true")
  boolean loopback();

  /// Whether anybody may read `/q/metrics`; else any access token will do.
  @WithDefault("false")
  boolean openMetrics();

  /// An issuer of OpenID Connect whose tokens count.
  Oidc oidc();

  /// Off without an issuer.
  interface Oidc {
    /// The address of an OpenID Connect issuer whose tokens count, such as
    /// `https://login.example/realms/news`; without one, nobody is asked anything.
    Optional<String> issuer();

    /// For whom its tokens must be made out (`aud`); needed with an issuer.
    Optional<String> audience();

    /// The claim that has the roles, a list or names with blanks between; dots lead into objects
    /// (`realm_access.roles`).
    @WithDefault("roles")
    String rolesClaim();

    /// The role that may read and ask.
    @WithDefault("dossier-ask")
    String ask();

    /// The role that may change articles, too.
    @WithDefault("dossier-change")
    String change();

    /// The role that may do everything.
    @WithDefault("dossier-operate")
    String operate();
  }

  /// Whom reading and asking is open to.
  enum Asking {
    /// Anybody.
    OPEN,
    /// Readers of pages, and the pages of this server and of the origins listed, which get a token
    /// for a while by themselves.
    PAGE,
    /// Nobody without a token.
    TOKEN
  }
}
