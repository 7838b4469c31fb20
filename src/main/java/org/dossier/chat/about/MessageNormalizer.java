package org.dossier.chat.about;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dossier.text.CombiningMarks;

/// Normalizes messages and the words of patterns alike, so that case, accents, punctuation,
/// repeated letters ("helllo", "helo") and variants of Arabic letters make no difference.
final class MessageNormalizer {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /// Within words: apostrophes, the Arabic tatweel, and invisible characters such as the joiners of
  /// Persian.
  private static final Pattern WITHIN_WORDS = Pattern.compile("['’‘`´ʼ\\u0640\\p{Cf}]+");

  /// The elisions of French: "l'article", "qu'est".
  private static final Pattern ELISION =
      Pattern.compile("(?<!\\p{L})(qu|[cdjlmnst])['’‘`´ʼ](?=[aeiouyhœ])");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern REPEATED = Pattern.compile("(\\p{L})\\1+");

  /// Persian prefixes and suffixes that are written together, with a joiner or apart.
  private static final Pattern PERSIAN_PREFIX = Pattern.compile("(?<![\\p{L}])(ن?می) (?=\\p{L})");

  private static final Pattern PERSIAN_SUFFIX =
      Pattern.compile(" (های?|هایی|ام|اید|اند)(?!\\p{L})");

  private MessageNormalizer() {}

  /// The words of `text`, each followed by a space.
  static String normalize(String text) {
    var plain = Normalizer.normalize(CombiningMarks.limit(text), Normalizer.Form.NFKD);
    plain = MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    plain = ELISION.matcher(plain).replaceAll("$1 ");
    plain = WITHIN_WORDS.matcher(plain).replaceAll("");
    plain =
        plain
            .replace("ß", "ss")
            .replace("œ", "oe")
            .replace('ي', 'ی')
            .replace('ى', 'ی')
            .replace('ك', 'ک')
            .replace('ة', 'ه');
    plain = BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    plain = PERSIAN_PREFIX.matcher(plain).replaceAll("$1");
    plain = PERSIAN_SUFFIX.matcher(plain).replaceAll("$1");
    plain = REPEATED.matcher(plain).replaceAll("$1");
    return plain.isEmpty() ? "" : plain + " ";
  }
}
