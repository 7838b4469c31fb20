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
  private final @Nullable OidcTokenVerifier tokens;

  /// @throws InvalidSettingException if a setting is missing, or the issuer is not a valid address
  public OidcAuthenticator(AuthConfig config) {
    this.config = config.oidc();
    this.tokens = this.config.issuer().map(issuer -> tokens(issuer, this.config)).orElse(null);
  }

  private static OidcTokenVerifier tokens(String issuer, Oidc config) {
    return new OidcTokenVerifier(
        new OidcDiscovery(issuer),
        config
            .audience()
            .orElseThrow(() ->
                new InvalidSettingException(
                    "dossier.auth.oidc.audience",
                    "must name the audience of the issuer's tokens")));
  }

  AuthenticationResult judge(String token) {
    if (tokens == null) {
      return new AuthenticationResult.InvalidToken(UNKNOWN);
    }
    try {
      return right(tokens.verify(token))
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
  private Optional<Permission> right(JwtClaims claims) {
    var roles = roles(claims.getClaimsMap());
    return Stream.of(Permission.values())
        .filter(permission -> roles.contains(role(permission)))
        .max(Comparator.naturalOrder());
  }

  private String role(Permission permission) {
    return switch (permission) {
      case ASK -> config.roles().read();
      case CHANGE -> config.roles().write();
      case OPERATE -> config.roles().admin();
    };
  }

  /// The claim is a list of names, or names separated by blanks, as in `scope`.
  private List<String> roles(Map<String, Object> claims) {
    Object found = claims.get(config.rolesClaim());
    if (found == null) {
      found = claims;
      for (var part : config.rolesClaim().split("\\.")) {
        found = found instanceof Map<?, ?> object ? object.get(part) : null;
      }
    }
    return switch (found) {
      case String names -> List.of(names.split(" "));
      case Collection<?> names -> names.stream().map(String::valueOf).toList();
      case null, default -> List.of();
    };
  }
}
