package org.dossier.auth;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.dossier.text.Sha256;

/// The secret of an access token: `dossier_` and 256 random bits in base64url.
///
/// Only its SHA-256 is stored. A slow hash, as used for passwords, protects guessable values; 256
/// random bits cannot be guessed, and a slow hash would cost time in every request.
///
/// @param text shown once, never logged
record TokenSecret(String text) {
  static final String PREFIX = "dossier_";

  private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;
  private static final int SHOWN_LENGTH = PREFIX.length() + 4;

  TokenSecret {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("not an access token");
    }
  }

  static TokenSecret random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static boolean isWellFormed(String text) {
    return SHAPE.matcher(text).matches();
  }

  /// The first characters, by which people recognize the token. They are useless to an attacker.
  String shownPrefix() {
    return text.substring(0, SHOWN_LENGTH);
  }

  /// The SHA-256 of the secret, in hexadecimal digits.
  String hash() {
    return Sha256.hex(text);
  }

  @Override
  public String toString() {
    return shownPrefix() + "…";
  }
}
