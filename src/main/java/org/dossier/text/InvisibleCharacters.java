package org.dossier.text;

import java.util.regex.Pattern;

/// Removal of characters that a reader does not see: format characters, private-use characters and
/// unpaired surrogates.
public final class InvisibleCharacters {
  /// The zero-width joiner and non-joiner are kept, because Persian and emoji require them.
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}&&[^\u200c\u200d]]");

  private InvisibleCharacters() {}

  /// `text` without its invisible characters.
  public static String remove(CharSequence text) {
    return INVISIBLE.matcher(text).replaceAll("");
  }
}
