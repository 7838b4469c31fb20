package org.dossier.auth;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An access token as it is kept: all but the secret.
///
/// @param name what it is called, unique among those that hold
/// @param beginning the first characters of its secret
/// @param right what who shows it may do
/// @param created when it was made
/// @param lastUsed when it was shown last, to within an hour; null if never
/// @param expires from when on it holds no more; null for never
public record AccessToken(
    String name,
    String beginning,
    Permission right,
    Instant created,
    @Nullable Instant lastUsed,
    @Nullable Instant expires) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public AccessToken {
    if (!isName(name)) {
      throw new IllegalArgumentException("no name of an access token: " + name);
    }
  }

  /// Whether a token may be called so: up to 64 letters, digits, dots, dashes and underscores.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// Whether its time is over.
  public boolean isOver(Instant now) {
    return expires != null && !now.isBefore(expires);
  }
}
