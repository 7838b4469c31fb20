package org.dossier.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Text in UTF-8 that a program has read as windows-1252: "cafÃ©" for "café". Only sequences that
/// are valid UTF-8 are repaired, and only in a text that has several of them, or one of three
/// bytes.
public final class Mojibake {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /// The characters of windows-1252 for the bytes 80 to BF, which follow the first byte; those
  /// without a character are controls.
  private static final String FOLLOWING = "[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

  private static final Pattern SEQUENCE =
      Pattern.compile("[Â-ß]F|[à-ï]F{2}|[ð-ô]F{3}".replace("F", FOLLOWING));
  private static final int SEVERAL = 2;

  private Mojibake() {}

  /// `text` with the characters that were meant.
  public static String repair(String text) {
    if (!mayHaveSequence(text)) {
      return text;
    }
    var sequence = SEQUENCE.matcher(text);
    int evidence = 0;
    while (evidence < SEVERAL && sequence.find()) {
      evidence += decode(sequence.group()) == null ? 0 : sequence.group().length() - 1;
    }
    return evidence < SEVERAL
        ? text
        : sequence.replaceAll(found -> {
          var decoded = decode(found.group());
          return Matcher.quoteReplacement(decoded == null ? found.group() : decoded);
        });
  }

  /// A look at each character takes a small part of the time of the pattern.
  private static boolean mayHaveSequence(String text) {
    for (int i = 1; i < text.length(); i++) {
      char lead = text.charAt(i - 1);
      if (lead >= 'Â' && lead <= 'ô' && text.charAt(i) > '\u007f') {
        return true;
      }
    }
    return false;
  }

  /// The character whose bytes in UTF-8 were read as `characters`; `null` if they are no such
  /// bytes.
  private static @Nullable String decode(String characters) {
    var bytes = ByteBuffer.allocate(characters.length());
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      bytes.put(c <= '\u00ff' ? (byte) c : characters.substring(i, i + 1).getBytes(WINDOWS)[0]);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
