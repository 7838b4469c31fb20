package org.dossier.auth;

/// The result of authenticating a request.
public sealed interface AuthenticationResult {
  /// The request has no token.
  record Anonymous() implements AuthenticationResult {}

  /// A valid token and the permission that it gives.
  record Authenticated(Permission permission) implements AuthenticationResult {}

  /// A valid token of the issuer that gives no permission here.
  record NoPermission() implements AuthenticationResult {}

  /// An invalid token.
  ///
  /// @param reason a clause for the client; it reveals nothing about the existing tokens
  record InvalidToken(String reason) implements AuthenticationResult {}

  /// A token that cannot be verified now, because the issuer is unreachable.
  record IssuerUnavailable() implements AuthenticationResult {}
}
