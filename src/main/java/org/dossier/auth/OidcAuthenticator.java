package org.dossier.auth;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dossier.auth.AuthConfig.Oidc;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/// Verifies the tokens (JWT) of the configured OpenID Connect issuer and maps their roles to
/// permissions. If no issuer is configured, every token is rejected and no request is sent.
/// Thread-safe.
@Singleton
public final class OidcAuthenticator {
  private static final Logger LOG = Logger.getLogger(OidcAuthenticator.class);
  private static final String UNKNOWN = "the token is unknown or revoked";

  private final Oidc config;
  private final @Nullable OidcTokenVerifier verifier;

  /// @throws InvalidSettingException if a setting is missing, or the issuer is not a valid address
  public OidcAuthenticator(AuthConfig config) {
    this.config = config.oidc();
    this.verifier = this.config.issuer().map(issuer -> verifier(issuer, this.config)).orElse(null);
  }

  private static OidcTokenVerifier verifier(String issuer, Oidc config) {
    return new OidcTokenVerifier(
        new OidcDiscovery(issuer),
        config
            .audience()
            .orElseThrow(() ->
                new InvalidSettingException(
                    "dossier.auth.oidc.audience",
                    "must name the audience of the issuer's tokens")));
  }

  AuthenticationResult authenticate(String token) {
    if (verifier == null) {
      return new AuthenticationResult.InvalidToken(UNKNOWN);
    }
    try {
      return permission(verifier.verify(token))
          .<AuthenticationResult>map(AuthenticationResult.Authenticated::new)
          .orElseGet(AuthenticationResult.NoPermission::new);
    } catch (InvalidJwtException e) {
      LOG.debug("Rejected a token of the issuer", e);
      return new AuthenticationResult.InvalidToken(
          e.hasExpired() ? "the token has expired" : UNKNOWN);
    } catch (IssuerUnavailableException e) {
      LOG.warnf("Cannot verify tokens of the issuer: %s", e.getMessage());
      return new AuthenticationResult.IssuerUnavailable();
    }
  }

  /// The highest permission that the roles give.
  private Optional<Permission> permission(JwtClaims claims) {
    var roles = roles(claims.getClaimsMap());
    return Stream.of(Permission.values())
        .filter(permission -> roles.contains(role(permission)))
        .max(Comparator.naturalOrder());
  }

  private String role(Permission permission) {
    return switch (permission) {
      case READ -> config.roles().read();
      case WRITE -> config.roles().write();
      case ADMIN -> config.roles().admin();
    };
  }

  /// The claim is a list of names, or names separated by blanks, as in `scope`.
  private List<String> roles(Map<String, Object> claims) {
    Object value = claims.get(config.rolesClaim());
    if (value == null) {
      value = claims;
      for (var part : config.rolesClaim().split("\\.", 0)) {
        value = value instanceof Map<?, ?> object ? object.get(part) : null;
      }
    }
    return switch (value) {
      case String names -> List.of(names.split(" "));
      case Collection<?> names -> names.stream().map(String::valueOf).toList();
      case null, default -> List.of();
    };
  }
}
