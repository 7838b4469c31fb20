package org.dossier.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Who may do what.
@ConfigMapping(prefix = "dossier.access")
public interface AccessConfig {
  /// Whom reading and asking is open to, beside those who show a token.
  @WithDefault("open")
  Asking asking();

  /// Whether programs on this machine may do everything without a token.
  @WithDefault("true")
  boolean loopback();

  /// Whether anybody may read the metrics; else any token will do.
  @WithDefault("false")
  boolean openMetrics();

  /// An issuer of OpenID Connect whose tokens count.
  Oidc oidc();

  /// Off without an issuer.
  interface Oidc {
    /// The issuer's address, below which its configuration is discovered.
    Optional<String> issuer();

    /// For whom its tokens must be made out.
    Optional<String> audience();

    /// The claim that has the roles; dots lead into objects.
    @WithDefault("roles")
    String rolesClaim();

    /// The role that may ask.
    @WithDefault("dossier-ask")
    String ask();

    /// The role that may change articles.
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
