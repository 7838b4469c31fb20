package org.dossier.chat.conversation;

/// An idempotency key that a client generates for one question. If the question is sent again with
/// the key, the client gets the stored turn. The key is a secret, because it gives access to the
/// answer. Only its hash is stored.
///
/// @param secret 22 to 128 letters, digits, `-` and `_`: room for 128 random bits in base64url
public record IdempotencyKey(String secret) {
  public IdempotencyKey {
    if (!isValid(secret)) {
      throw new IllegalArgumentException(
          "not an idempotency key: " + secret.length() + " characters");
    }
  }

  /// True if `secret` has the form of an idempotency key.
  public static boolean isValid(String secret) {
    return RandomSecret.isValid(secret);
  }

  String hash() {
    return RandomSecret.hash(secret);
  }

  /// Does not contain the secret, so that logs do not.
  @Override
  public String toString() {
    return "IdempotencyKey[…]";
  }
}
