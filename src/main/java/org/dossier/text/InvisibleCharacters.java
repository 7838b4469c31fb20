package org.dossier.text;

import java.util.regex.Pattern;

/// Removal of characters that a reader does not see: format characters, private-use characters and
/// unpaired surrogates.
public final class InvisibleCharacters {
  /// The zero-width joiner and non-joiner are kept, because Persian and emoji require them.
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}&&[^\u200c\u200d]]");

  /// Characters that no script needs: control characters, soft hyphens, zero-width spaces, byte
  /// order marks, embeddings of text direction, annotations, tags outside the emoji of a flag.
  private static final Pattern NEEDLESS =
      Pattern.compile(
          "[\\x01-\\x08\\x0e-\\x1b\\x7f\u00ad\u034f\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff"
              + "\ufff9-\ufffb]"
              + "|(?<!\\x{1F3F4}[\\x{E0020}-\\x{E007E}]{0,7})[\\x{E0000}-\\x{E007F}]");

  /// Joiners and direction marks after a letter that has no use for them, unless a script that
  /// needs them follows.
  private static final Pattern WITHIN_WORD =
      Pattern.compile(
          "(?<=[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{Nd}])[\u200c-\u200f\u061c]++"
              + "(?=[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{Nd}]|[\\s,.;:!?]+(?:[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}]|$))");

  private InvisibleCharacters() {}

  /// `text` without the invisible characters that split words or hide in them. Characters that the
  /// display of a script needs are kept: joiners in Persian and emoji, direction marks next to
  /// Arabic or Hebrew.
  public static String removeWithin(String text) {
    if (!mayContainAny(text)) {
      return text;
    }
    return WITHIN_WORD.matcher(NEEDLESS.matcher(text).replaceAll("")).replaceAll("");
  }

  private static boolean mayContainAny(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < ' ' ? !Character.isWhitespace(c) : c > '~' && isSuspect(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSuspect(char c) {
    return c == 0x7f || c == 0xdb40 || Character.getType(c) == Character.FORMAT || c == 0x34f;
  }

  /// `text` without its invisible characters.
  public static String remove(CharSequence text) {
    return INVISIBLE.matcher(text).replaceAll("");
  }
}
