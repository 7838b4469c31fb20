package org.dossier.auth;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An `Authorization` header of the scheme `Bearer` (RFC 6750).
///
/// @param token the token; `null` if malformed
record BearerHeader(@Nullable String token) {
  private static final String SCHEME = "bearer";
  private static final int MAX_LENGTH = 8_192;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+={0,2}");

  /// Empty if the header is absent or has another scheme, such as credentials for a proxy.
  static Optional<BearerHeader> of(@Nullable String header) {
    if (header == null || !isScheme(header)) {
      return Optional.empty();
    }
    var token = header.substring(SCHEME.length()).strip();
    boolean wellFormed = token.length() <= MAX_LENGTH && TOKEN.matcher(token).matches();
    return Optional.of(new BearerHeader(wellFormed ? token : null));
  }

  private static boolean isScheme(String header) {
    boolean hasPrefix = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return hasPrefix
        && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
  }
}
