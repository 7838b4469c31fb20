package org.dossier.auth;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.dossier.text.Sha256;

/// What an access token is to who holds it: `dossier_` and 256 random bits in base64url.
///
/// Kept is its SHA-256 alone. A slow hash, as for passwords, would protect what can be guessed;
/// nobody guesses 256 bits, and every request would pay for it.
///
/// @param text to be shown once, and to be logged never
record TokenSecret(String text) {
  static final String BEGINNING = "dossier_";

  private static final Pattern SHAPE = Pattern.compile(BEGINNING + "[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;
  private static final int RECOGNISED = BEGINNING.length() + 4;

  TokenSecret {
    if (!isOne(text)) {
      throw new IllegalArgumentException("no access token");
    }
  }

  static TokenSecret random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new TokenSecret(
        BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  /// By which people recognise it: its first characters, of no use to anybody else.
  String beginning() {
    return text.substring(0, RECOGNISED);
  }

  /// Its SHA-256, in hexadecimal digits.
  String hash() {
    return Sha256.hex(text);
  }

  @Override
  public String toString() {
    return beginning() + "…";
  }
}
