package org.dossier.chat.conversation;

import java.util.regex.Pattern;

/// What a message must be, so that it can be asked, kept and shown again.
public final class MessageValidator {
  private static final String FIELD = "message";
  private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{Z}\\p{C}]");

  private MessageValidator() {}

  /// @throws InvalidMessageException naming the rule that `text` breaks
  public static void check(String text, int limit) {
    check(FIELD, text, limit);
  }

  /// The same for another field.
  static void check(String field, String text, int limit) {
    int length = text.codePointCount(0, text.length());
    if (length > limit) {
      throw InvalidMessageException.beyond(
          limit, field, "has %d characters, more than %d".formatted(length, limit));
    }
    if (text.codePoints().anyMatch(MessageValidator::isNoCharacter)) {
      throw InvalidMessageException.because(
          field, "has a NUL or half a surrogate pair, which no encoding carries");
    }
    if (!VISIBLE.matcher(text).find()) {
      throw InvalidMessageException.because(field, "is empty");
    }
  }

  /// A surrogate that is part of a pair is no code point of its own.
  private static boolean isNoCharacter(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
