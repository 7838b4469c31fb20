package org.dossier.chat.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

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
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
