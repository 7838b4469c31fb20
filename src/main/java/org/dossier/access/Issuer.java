package org.dossier.access;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dossier.access.AccessConfig.Oidc;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/// Judges the tokens (JWT) of the OpenID Connect issuer that is set up: whether they hold, and
/// which of their roles is a right here. Without one it refuses all of them, and asks nobody
/// anything. Safe for any number of threads.
@Singleton
public final class Issuer {
  private static final Logger LOG = Logger.getLogger(Issuer.class);
  private static final String UNKNOWN = "there is no such token, or no more";

  private final Oidc config;
  private final @Nullable IssuedTokens tokens;

  /// @throws InvalidSettingException if a setting is missing, or no address
  public Issuer(AccessConfig config) {
    this.config = config.oidc();
    this.tokens = this.config.issuer().map(issuer -> tokens(issuer, this.config)).orElse(null);
  }

  private static IssuedTokens tokens(String issuer, Oidc config) {
    return new IssuedTokens(
        new Discovery(issuer),
        config
            .audience()
            .orElseThrow(() ->
                new InvalidSettingException(
                    "dossier.access.oidc.audience",
                    "must name the audience of the issuer's tokens")));
  }

  Shown judge(String token) {
    if (tokens == null) {
      return new Shown.Refused(UNKNOWN);
    }
    try {
      return right(tokens.verified(token))
          .<Shown>map(Shown.Holding::new)
          .orElseGet(Shown.Powerless::new);
    } catch (InvalidJwtException e) {
      LOG.debug("A token of the issuer's is refused", e);
      return new Shown.Refused(e.hasExpired() ? "the token is over" : UNKNOWN);
    } catch (IssuerUnreachableException e) {
      LOG.warnf("Tokens of the issuer cannot be judged: %s", e.getMessage());
      return new Shown.Undecided();
    }
  }

  /// The most that one of the roles gives.
  private Optional<Right> right(JwtClaims claims) {
    var roles = roles(claims.getClaimsMap());
    return Stream.of(Right.values())
        .filter(right -> roles.contains(role(right)))
        .max(Comparator.naturalOrder());
  }

  private String role(Right right) {
    return switch (right) {
      case ASK -> config.ask();
      case CHANGE -> config.change();
      case OPERATE -> config.operate();
    };
  }

  /// A list of names, or names with blanks between, as in `scope`.
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
