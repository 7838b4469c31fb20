package org.dossier.text;

import static java.util.Map.entry;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Guesses the language of a text from its script: a primary language subtag (`en`, `fa`), or `cjk`
/// for Chinese, Japanese and Korean, or [#OTHER].
public final class LanguageDetector {
  public static final String ENGLISH = "en";
  public static final String CJK = "cjk";

  /// A script for which no language is likeliest.
  public static final String OTHER = "und";

  private static final String PERSIAN = "fa";
  private static final String PERSIAN_LETTERS = "پچژگ";
  private static final int ENOUGH_CHARACTERS = 4_000;

  private static final Map<UnicodeScript, String> BY_SCRIPT =
      new EnumMap<>(
          Map.ofEntries(
              entry(UnicodeScript.LATIN, ENGLISH),
              entry(UnicodeScript.ARABIC, "ar"),
              entry(UnicodeScript.CYRILLIC, "ru"),
              entry(UnicodeScript.HAN, CJK),
              entry(UnicodeScript.HIRAGANA, CJK),
              entry(UnicodeScript.KATAKANA, CJK),
              entry(UnicodeScript.HANGUL, CJK),
              entry(UnicodeScript.GREEK, "el"),
              entry(UnicodeScript.THAI, "th"),
              entry(UnicodeScript.ARMENIAN, "hy"),
              entry(UnicodeScript.DEVANAGARI, "hi"),
              entry(UnicodeScript.BENGALI, "bn"),
              entry(UnicodeScript.TAMIL, "ta"),
              entry(UnicodeScript.TELUGU, "te")));

  private LanguageDetector() {}

  /// The likeliest language by the script of most letters in `text`; English for a text without
  /// letters.
  public static String detect(String text) {
    var letters = letters(text);
    var most = letters.entrySet().stream().max(Map.Entry.comparingByValue());
    if (most.isEmpty()) {
      return ENGLISH;
    }
    var script = most.get().getKey();
    if (script == UnicodeScript.ARABIC
        && text.chars().anyMatch(letter -> PERSIAN_LETTERS.indexOf(letter) >= 0)) {
      return PERSIAN;
    }
    return BY_SCRIPT.getOrDefault(script, OTHER);
  }

  /// The number of letters of each script at the beginning of `text`.
  private static Map<UnicodeScript, Integer> letters(String text) {
    var letters = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    int ascii = 0;
    int end = Math.min(text.length(), ENOUGH_CHARACTERS);
    for (int at = 0; at < end; ) {
      int letter = text.codePointAt(at);
      if (letter < 0x80) {
        // Most letters; finding the script of a character is slow.
        ascii += Character.isLetter(letter) ? 1 : 0;
      } else if (Character.isLetter(letter)) {
        letters.merge(UnicodeScript.of(letter), 1, Integer::sum);
      }
      at += Character.charCount(letter);
    }
    if (ascii > 0) {
      letters.merge(UnicodeScript.LATIN, ascii, Integer::sum);
    }
    return letters;
  }

  /// Returns whether `text` is likely English.
  ///
  /// @param tag its BCP 47 tag; `null` to detect the language by the script
  public static boolean isEnglish(String text, @Nullable String tag) {
    var language = tag == null ? detect(text) : tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
    return language.equals(ENGLISH);
  }
}
