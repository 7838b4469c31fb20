package org.dossier.verification.analysis;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSetSpanner;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dossier.text.CombiningMarks;

/// Normalizes texts for comparison: equivalent notations become one.
public final class TextNormalizer {
  /// Characters that Unicode says to ignore in display, such as zero-width spaces, soft hyphens,
  /// variation selectors and fillers.
  private static final UnicodeSet UNSEEN =
      new UnicodeSet("[:Default_Ignorable_Code_Point:]").freeze();

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
    plain = Normalizer.normalize(CombiningMarks.limit(plain), Normalizer.Form.NFKC);
    plain = SINGLE.matcher(plain).replaceAll("'");
    plain = DOUBLE.matcher(plain).replaceAll("\"");
    plain = HYPHEN.matcher(plain).replaceAll("-");
    plain = DASH.matcher(plain).replaceAll("–");
    return SPACES.matcher(plain).replaceAll(" ");
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
