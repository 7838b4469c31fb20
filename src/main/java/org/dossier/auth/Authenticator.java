package org.dossier.auth;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Verifies the token of a request: an access token, or a token of the configured issuer.
/// Thread-safe.
@Singleton
public final class Authenticator {
  private final AccessTokenStore tokens;
  private final OidcAuthenticator oidcAuthenticator;

  Authenticator(AccessTokenStore tokens, OidcAuthenticator oidcAuthenticator) {
    this.tokens = tokens;
    this.oidcAuthenticator = oidcAuthenticator;
  }

  /// @param authorization the `Authorization` header; `null` if absent
  public AuthenticationResult authenticate(@Nullable String authorization) {
    var bearerHeader = BearerHeader.of(authorization);
    if (bearerHeader.isEmpty()) {
      return new AuthenticationResult.Anonymous();
    }
    var token = bearerHeader.get().token();
    if (token == null) {
      return new AuthenticationResult.InvalidToken("the token is malformed");
    }
    return token.startsWith(TokenSecret.PREFIX)
        ? authenticateAccessToken(token)
        : oidcAuthenticator.authenticate(token);
  }

  private AuthenticationResult authenticateAccessToken(String text) {
    return tokens
        .authenticate(text)
        .<AuthenticationResult>map(
            token -> new AuthenticationResult.Authenticated(token.permission()))
        .orElseGet(() -> new AuthenticationResult.InvalidToken("the token is unknown or revoked"));
  }
}
