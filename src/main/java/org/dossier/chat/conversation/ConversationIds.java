package org.dossier.chat.conversation;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// Generator of conversation ids: 128 random bits in base64url. Knowing an id permits reading the
/// conversation, so ids must not be guessable.
final class ConversationIds {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final int BYTES = 16;

  private final SecureRandom random;

  ConversationIds(SecureRandom random) {
    this.random = random;
  }

  String next() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// True if `id` has the form of an id. Other strings are not looked up.
  static boolean isValid(String id) {
    return SHAPE.matcher(id).matches();
  }
}
