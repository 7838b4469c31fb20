package org.dossier.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Replaces letters with accents, ligatures and the letters of other Latin alphabets by the plain
/// letters that are written if those cannot be typed: "Łódź" becomes "Lodz", "straße" becomes
/// "strasse". Case and other scripts are unchanged, except for their combining marks.
public final class LetterFolding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /// Between a number and a superscript or a fraction: "10⁹" is not 109, "2½" is not 21 over 2.
  private static final Pattern AFTER_DIGIT =
      Pattern.compile("(?<=\\p{Nd})(?=[\\p{No}&&[^\\u2460-\\u24ff]])");

  private LetterFolding() {}

  public static String fold(String text) {
    if (isAscii(text)) {
      return text;
    }
    var limited = AFTER_DIGIT.matcher(CombiningMarks.limit(text)).replaceAll(" ");
    var apart = Normalizer.normalize(limited, Normalizer.Form.NFKD);
    return withPlainLetters(MARKS.matcher(apart).replaceAll(""));
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /// Replaces the letters that Unicode does not decompose.
  private static String withPlainLetters(String text) {
    var plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      switch (letter) {
        case 'ł' -> plain.append('l');
        case 'Ł' -> plain.append('L');
        case 'ø' -> plain.append('o');
        case 'Ø' -> plain.append('O');
        case 'đ', 'ð' -> plain.append('d');
        case 'Đ', 'Ð' -> plain.append('D');
        case 'ħ' -> plain.append('h');
        case 'Ħ' -> plain.append('H');
        case 'ı' -> plain.append('i');
        case 'ŧ' -> plain.append('t');
        case 'Ŧ' -> plain.append('T');
        case 'ə' -> plain.append('a');
        case 'Ə' -> plain.append('A');
        case 'ŋ' -> plain.append('n');
        case 'Ŋ' -> plain.append('N');
        case 'ß' -> plain.append("ss");
        case 'ẞ' -> plain.append("SS");
        case 'æ' -> plain.append("ae");
        case 'Æ' -> plain.append("Ae");
        case 'œ' -> plain.append("oe");
        case 'Œ' -> plain.append("Oe");
        case 'þ' -> plain.append("th");
        case 'Þ' -> plain.append("Th");
        default -> plain.append(letter);
      }
    }
    return plain.toString();
  }
}
