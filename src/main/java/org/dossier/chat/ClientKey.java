package org.dossier.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A secret that a client made up and holds, under which the conversations that it begins are
/// listed for it and for nobody else. Only its hash is kept.
///
/// @param secret 22 to 128 letters, digits, `-` and `_`: room for 128 random bits in base64url
public record ClientKey(String secret) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22,128}");

  public ClientKey {
    if (!isOne(secret)) {
      throw new IllegalArgumentException("not a client's key: " + secret.length() + " characters");
    }
  }

  /// Whether `secret` has the form of one.
  public static boolean isOne(String secret) {
    return SHAPE.matcher(secret).matches();
  }

  /// What is kept of it: a hash without salt or stretching, which a random secret of this length
  /// does not need.
  String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The secret is no concern of logs.
  @Override
  public String toString() {
    return "ClientKey[…]";
  }
}
