package org.dossier.auth;

/// What a request shows of who sent it.
public sealed interface AuthenticationResult {
  /// No token at all.
  record Anonymous() implements AuthenticationResult {}

  /// A token that holds, and what it lets do.
  record Authenticated(Permission right) implements AuthenticationResult {}

  /// A token of the issuer that holds, and gives no right here.
  record NoPermission() implements AuthenticationResult {}

  /// Something that does not hold.
  ///
  /// @param why in a clause that tells nothing of the tokens there are
  record InvalidToken(String why) implements AuthenticationResult {}

  /// A token that nobody can judge now, since the issuer cannot be asked.
  record IssuerUnavailable() implements AuthenticationResult {}
}
