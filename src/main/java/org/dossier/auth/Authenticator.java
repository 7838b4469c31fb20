package org.dossier.auth;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Judges what a request shows: one of our own tokens, or one of the issuer that is set up. Safe
/// for any number of threads.
@Singleton
public final class Authenticator {
  private final AccessTokenStore tokens;
  private final OidcAuthenticator oidcAuthenticator;

  Authenticator(AccessTokenStore tokens, OidcAuthenticator oidcAuthenticator) {
    this.tokens = tokens;
    this.oidcAuthenticator = oidcAuthenticator;
  }

  /// @param authorization the header; null where there is none
  public AuthenticationResult authenticate(@Nullable String authorization) {
    var bearerHeader = BearerHeader.of(authorization);
    if (bearerHeader.isEmpty()) {
      return new AuthenticationResult.Anonymous();
    }
    var token = bearerHeader.get().token();
    if (token == null) {
      return new AuthenticationResult.InvalidToken("what is sent is no token");
    }
    return token.startsWith(TokenSecret.BEGINNING) ? own(token) : oidcAuthenticator.judge(token);
  }

  private AuthenticationResult own(String text) {
    return tokens
        .authenticate(text)
        .<AuthenticationResult>map(token -> new AuthenticationResult.Authenticated(token.right()))
        .orElseGet(() -> new AuthenticationResult.InvalidToken("the token is unknown or revoked"));
  }
}
