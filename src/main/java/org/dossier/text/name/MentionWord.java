package org.dossier.text.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dossier.text.CombiningMarks;
import org.dossier.text.LetterFolding;
import org.dossier.text.Span;

/// A word of a text in the form in which mentions are compared.
///
/// A word is a run of letters and digits; in scripts without spaces between words, one character.
/// The dots of an abbreviation are left out ("U.S." is "US"), and so is the "'s" of a genitive.
/// Punctuation and white space belong to no word.
///
/// @param key the word in lower case, without accents and other marks
/// @param capitals the abbreviation if the word is one of two or three capitals ("US"); otherwise
///   empty
/// @param span its place in the text
public record MentionWord(String key, String capitals, Span span) {
  private static final String UNSPACED =
      "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

  /// The characters of words. Format characters, such as soft hyphens, are in words, except for the
  /// space without width. Letters without accents come first in each set: the script of a character
  /// takes long to find.
  private static final String PART =
      "[A-Za-z0-9[\\p{L}\\p{M}\\p{N}\\p{Cf}&&[^\u200b" + UNSPACED + "]]]";

  /// At most ten letters with dots are one abbreviation: of more, the work would grow with the
  /// square of their number.
  private static final Pattern WORD =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{M}\\p{N}])\\p{L}(?:\\.\\p{L}){1,9}+\\.?+(?![\\p{L}\\p{M}\\p{N}])"
              + ("|[[^\\x00-\\x7f]&&[" + UNSPACED + "]]\\p{M}*+")
              + ("|[A-Za-z0-9\\p{L}\\p{N}]" + PART + "*+)")
              + "(?<genitive>['’ʼ][sS](?![\\p{L}\\p{M}\\p{N}]))?+");

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}.]+");

  /// In other scripts, marks distinguish words as letters do.
  private static final Pattern WITH_OPTIONAL_MARKS =
      Pattern.compile("[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsArabic}\\p{IsHebrew}]");

  private static final int MIN_CAPITALS = 2;
  private static final int MAX_CAPITALS = 3;

  /// The words of `text`, in order.
  public static List<MentionWord> of(String text) {
    var words = new ArrayList<MentionWord>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) {
      int end = matcher.start("genitive") < 0 ? matcher.end() : matcher.start("genitive");
      var written = INVISIBLE.matcher(text.substring(matcher.start(), end)).replaceAll("");
      var folded = fold(written);
      if (!folded.isEmpty()) {
        words.add(
            new MentionWord(
                folded.toLowerCase(Locale.ROOT),
                isAbbreviation(written) ? folded : "",
                new Span(matcher.start(), end)));
      }
    }
    return words;
  }

  private static String fold(String written) {
    return WITH_OPTIONAL_MARKS.matcher(written).find()
        ? LetterFolding.fold(written)
        : Normalizer.normalize(CombiningMarks.limit(written), Normalizer.Form.NFKC);
  }

  private static boolean isAbbreviation(String written) {
    return written.length() >= MIN_CAPITALS
        && written.length() <= MAX_CAPITALS
        && written.chars().allMatch(Character::isUpperCase);
  }
}
