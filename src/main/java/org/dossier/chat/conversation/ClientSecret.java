package org.dossier.chat.conversation;

/// A secret that a client made up and holds, under which the conversations that it begins are
/// listed for it and for nobody else. Only its hash is kept.
///
/// @param secret 22 to 128 letters, digits, `-` and `_`: room for 128 random bits in base64url
public record ClientSecret(String secret) {
  public ClientSecret {
    if (!isOne(secret)) {
      throw new IllegalArgumentException("not a client's key: " + secret.length() + " characters");
    }
  }

  /// Whether `secret` has the form of one.
  public static boolean isOne(String secret) {
    return RandomSecret.isOne(secret);
  }

  String hash() {
    return RandomSecret.hash(secret);
  }

  /// The secret is no concern of logs.
  @Override
  public String toString() {
    return "ClientKey[…]";
  }
}
