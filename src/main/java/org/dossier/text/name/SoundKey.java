package org.dossier.text.name;

import java.util.regex.Pattern;

/// A key that is equal for the usual transliterations of the same name: "Bagheri" and "Baqeri",
/// "Patrushew" and "Patrushev".
public final class SoundKey {
  private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1+");

  private SoundKey() {}

  /// @param word in lower case, folded
  public static String of(String word) {
    var sound =
        word.replace("ph", "f")
            .replace("kh", "k")
            .replace("gh", "k")
            .replace("ck", "k")
            .replace("ou", "u")
            .replace("oo", "u")
            .replace("ee", "i")
            .replace("ae", "e")
            .replace("tz", "z")
            .replace('w', 'v')
            .replace('q', 'k')
            .replace('c', 'k')
            .replace('y', 'i')
            .replace('j', 'i');
    return DOUBLED.matcher(sound.replaceAll("ff?$", "v")).replaceAll("$1");
  }
}
