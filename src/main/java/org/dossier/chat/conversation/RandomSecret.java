package org.dossier.chat.conversation;

import java.util.regex.Pattern;
import org.dossier.text.Sha256;

/// Secrets that clients make up: 22 to 128 letters, digits, `-` and `_`, which is room for 128
/// random bits in base64url.
final class RandomSecret {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22,128}");

  private RandomSecret() {}

  static boolean isOne(String secret) {
    return SHAPE.matcher(secret).matches();
  }

  /// What is kept of one: a hash without salt or stretching, which a random secret of this length
  /// does not need.
  static String hash(String secret) {
    return Sha256.hex(secret);
  }
}
