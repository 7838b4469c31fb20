package org.dossier.access;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Judges what a request shows: one of our own tokens, or one of the issuer that is set up. Safe
/// for any number of threads.
@Singleton
public final class Credentials {
  private final AccessTokens tokens;
  private final Issuer issuer;

  Credentials(AccessTokens tokens, Issuer issuer) {
    this.tokens = tokens;
    this.issuer = issuer;
  }

  /// @param authorization the header; null where there is none
  public Shown judge(@Nullable String authorization) {
    var bearer = Bearer.of(authorization);
    if (bearer.isEmpty()) {
      return new Shown.Nothing();
    }
    var token = bearer.get().token();
    if (token == null) {
      return new Shown.Refused("what is sent is no token");
    }
    return token.startsWith(Secret.BEGINNING) ? own(token) : issuer.judge(token);
  }

  private Shown own(String text) {
    return tokens
        .shown(text)
        .<Shown>map(token -> new Shown.Holding(token.right()))
        .orElseGet(() -> new Shown.Refused("there is no such token, or no more"));
  }
}
