package org.dossier.chat.conversation;

import java.util.regex.Pattern;

/// Validator of messages: a valid message can be answered, stored and displayed.
public final class MessageValidator {
  private static final String FIELD = "message";
  private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{Z}\\p{C}]");

  private MessageValidator() {}

  /// Checks the text of a message of at most `limit` code points.
  ///
  /// @throws InvalidMessageException if `text` breaks a rule; names the rule
  public static void check(String text, int limit) {
    check(FIELD, text, limit);
  }

  /// Checks the text of another field by the same rules.
  ///
  /// @throws InvalidMessageException if `text` breaks a rule; names the field and the rule
  public static void check(String field, String text, int limit) {
    int length = text.codePointCount(0, text.length());
    if (length > limit) {
      throw InvalidMessageException.exceeding(
          limit, field, "has %d characters, more than %d".formatted(length, limit));
    }
    if (text.codePoints().anyMatch(MessageValidator::isNotEncodable)) {
      throw InvalidMessageException.because(
          field, "has a NUL character or an unpaired surrogate, which cannot be encoded");
    }
    if (!VISIBLE.matcher(text).find()) {
      throw InvalidMessageException.because(field, "is empty");
    }
  }

  /// True for NUL and for an unpaired surrogate: a surrogate pair is one code point.
  private static boolean isNotEncodable(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
