package org.dossier.chat.conversation;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// Names of conversations: whoever knows one may read it, so it cannot be guessed. 128 random bits
/// in base64url.
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

  /// Whether `id` could be one: what could not is not looked for.
  static boolean isOne(String id) {
    return SHAPE.matcher(id).matches();
  }
}
