package org.dossier.chat.conversation;

/// A name that a client made up for one ask, by which the ask is known when it is sent again: it
/// gets the turn that was kept of it. A secret, since whoever names it gets the answer. Only its
/// hash is kept.
///
/// @param secret 22 to 128 letters, digits, `-` and `_`: room for 128 random bits in base64url
public record IdempotencyKey(String secret) {
  public IdempotencyKey {
    if (!isOne(secret)) {
      throw new IllegalArgumentException("not an ask's key: " + secret.length() + " characters");
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
    return "AskKey[…]";
  }
}
