package org.dossier.evaluation.question;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text normalized like the answers in SQuAD (Rajpurkar et al., 2016, `normalize_answer`): lower
/// case, no punctuation, no *a*, *an*, *the*, white space normalized.
///
/// SQuAD deletes punctuation, so that "U.S." is "US" and "2,500" is "2500". Here a whole text is
/// compared and not a bare answer, so punctuation may also end a word, as in "Japan's" and
/// "Paris-based". A text contains an answer if either form contains it.
///
/// @param joined punctuation deleted; a space at either end
/// @param separated punctuation replaced by a space, but deleted within numbers; a space at either
///   end
record NormalizedText(String joined, String separated) {
  private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");
  private static final Pattern WITHIN_NUMBER = Pattern.compile("(?<=\\p{Nd})[.,](?=\\p{Nd})");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}]");
  private static final Pattern ARTICLE =
      Pattern.compile("\\b(a|an|the)\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  static NormalizedText of(String text) {
    var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    var lower = WITHIN_NUMBER.matcher(ACCENT.matcher(plain).replaceAll("")).replaceAll("");
    return new NormalizedText(
        normalize(PUNCTUATION.matcher(lower).replaceAll("")),
        normalize(PUNCTUATION.matcher(lower).replaceAll(" ")));
  }

  private static String normalize(String text) {
    var withoutArticles = ARTICLE.matcher(text).replaceAll(" ");
    return " " + SPACE.matcher(withoutArticles).replaceAll(" ").strip() + " ";
  }

  boolean isEmpty() {
    return joined.isBlank();
  }

  /// True if the words of `answer` occur here, whole and adjacent.
  boolean contains(NormalizedText answer) {
    return joined.contains(answer.joined) || separated.contains(answer.separated);
  }
}
