package org.dossier.chat.conversation;

/// A secret that a client generates and keeps. The conversations that it begins with the secret are
/// listed only under that secret. Only its hash is stored.
///
/// @param secret 22 to 128 letters, digits, `-` and `_`: room for 128 random bits in base64url
public record ClientSecret(String secret) {
  public ClientSecret {
    if (!isValid(secret)) {
      throw new IllegalArgumentException("not a client secret: " + secret.length() + " characters");
    }
  }

  /// True if `secret` has the form of a client's secret.
  public static boolean isValid(String secret) {
    return RandomSecret.isValid(secret);
  }

  String hash() {
    return RandomSecret.hash(secret);
  }

  /// Does not contain the secret, so that logs do not.
  @Override
  public String toString() {
    return "ClientSecret[…]";
  }
}
