package org.dossier.chat.conversation;

import java.util.regex.Pattern;
import org.dossier.text.Sha256;

/// Form and hash of secrets that clients generate: 22 to 128 letters, digits, `-` and `_`, enough
/// for 128 random bits in base64url.
final class RandomSecret {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22,128}");

  private RandomSecret() {}

  static boolean isValid(String secret) {
    return SHAPE.matcher(secret).matches();
  }

  /// The stored form of a secret: its SHA-256 in hexadecimal digits. A random secret of this length
  /// needs neither salt nor stretching.
  static String hash(String secret) {
    return Sha256.hex(secret);
  }
}
