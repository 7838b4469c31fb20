package org.dossier.verification.analysis;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSetSpanner;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.text.CombiningMarks;

/// Normalizes texts for comparison: equivalent notations become one.
public final class TextNormalizer {
  /// Characters that Unicode says to ignore in display, such as zero-width spaces, soft hyphens,
  /// variation selectors and fillers.
  private static final UnicodeSet UNSEEN =
      new UnicodeSet("[:Default_Ignorable_Code_Point:]").freeze();

  /// A fraction after a number, or a superscript, which normalization would make digits of that
  /// number: "4½" is not 41 over 2, "10⁹" is not 109.
  private static final Pattern AFTER_DIGIT =
      Pattern.compile("(?<=\\p{Nd}) ?(?<fraction>[¼½¾⅐-⅞])|(?<=\\p{Nd})(?=[\\p{No}&&[^①-⓿¼½¾]])");

  private static final int FRACTION_DIGITS = 3;

  private static final Pattern SPACES = Pattern.compile("[\\h\\u0085]+");
  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\u0085]+");
  private static final Pattern SINGLE = Pattern.compile("[\u2018\u2019\u201a\u201b\u2032\u02bc`´]");
  private static final Pattern DOUBLE =
      Pattern.compile("[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]|''");
  private static final Pattern HYPHEN = Pattern.compile("[\u2010\u2011\u2212]");
  private static final Pattern DASH = Pattern.compile("[\u2012-\u2015]|--+");
  private static final Pattern SEPARATE = Pattern.compile("[\"–]|-(?!\\p{Nd})|(?<!\\p{Nd})-");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private TextNormalizer() {}

  /// `text` with compatibility characters, apostrophes, quotation marks, hyphens and spaces
  /// normalized, and without invisible characters. Line breaks and letters remain.
  public static String of(String text) {
    var plain = UNSEEN.containsNone(text) ? text : new UnicodeSetSpanner(UNSEEN).deleteFrom(text);
    plain = AFTER_DIGIT.matcher(plain).replaceAll(TextNormalizer::apart);
    plain = Normalizer.normalize(CombiningMarks.limit(plain), Normalizer.Form.NFKC);
    plain = SINGLE.matcher(plain).replaceAll("'");
    plain = DOUBLE.matcher(plain).replaceAll("\"");
    plain = HYPHEN.matcher(plain).replaceAll("-");
    plain = DASH.matcher(plain).replaceAll("–");
    return SPACES.matcher(plain).replaceAll(" ");
  }

  /// A fraction as decimals, "4½" as "4.5"; nothing but a space for a superscript.
  private static String apart(MatchResult number) {
    var fraction = number.group("fraction");
    if (fraction == null) {
      return " ";
    }
    return BigDecimal.valueOf(UCharacter.getUnicodeNumericValue(fraction.codePointAt(0)))
        .setScale(FRACTION_DIGITS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString()
        .substring(1);
  }

  /// A normalized text for word-for-word search: lower case, single spaces, no quotation marks,
  /// dashes or hyphens.
  public static String folded(String plain) {
    var folded = SEPARATE.matcher(plain).replaceAll(" ");
    return WHITE_SPACE.matcher(folded).replaceAll(" ").toLowerCase(Locale.ROOT).strip();
  }

  /// A word of a name without accents, in lower case.
  public static String unaccented(String word) {
    var apart = Normalizer.normalize(CombiningMarks.limit(word), Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
