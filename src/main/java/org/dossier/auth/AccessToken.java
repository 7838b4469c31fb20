package org.dossier.auth;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A stored access token: everything except the secret.
///
/// @param name unique among the stored tokens
/// @param prefix the first characters of the secret
/// @param permission the permission that the token gives
/// @param created when the token was created
/// @param lastUsed when the token was last used, accurate to one hour; `null` if never
/// @param expires when the token expires; `null` for never
public record AccessToken(
    String name,
    String prefix,
    Permission permission,
    Instant created,
    @Nullable Instant lastUsed,
    @Nullable Instant expires) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public AccessToken {
    if (!isValidName(name)) {
      throw new IllegalArgumentException("invalid token name: " + name);
    }
  }

  /// Returns true if `name` is a valid token name: up to 64 letters, digits, dots, dashes and
  /// underscores.
  public static boolean isValidName(String name) {
    return NAME.matcher(name).matches();
  }

  /// Returns true if the token has expired.
  public boolean isExpired(Instant now) {
    return expires != null && !now.isBefore(expires);
  }
}
