package org.dossier.text.name;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.dossier.text.Span;
import org.dossier.text.WordListFile;

/// A word of a sentence, the input of [NameFinder].
///
/// @param span its place, without a possessive "'s"
/// @param text the word itself
/// @param opensSentence true if its position requires a capital: the start of a sentence or a
///   quotation
/// @param follows true if only a space separates it from the previous word
record NameToken(Span span, String text, boolean opensSentence, boolean follows) {
  private static final Set<String> NOT_NAMES = WordListFile.read("names.txt").words("not names");

  /// "10K", "5M", "11AM": amounts and times.
  private static final Pattern AMOUNT = Pattern.compile("\\p{Nd}++(?:[KMBT]|BN|AM|PM)");

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  boolean isCapital() {
    int first = text.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }

  /// True if it has a capital anywhere ("iPhone", "5G") and is not an amount.
  boolean isNameLike() {
    boolean amount = Character.isDigit(text.charAt(0)) && AMOUNT.matcher(text).matches();
    return uppers() > 0 && !amount && !NOT_NAMES.contains(lower());
  }

  /// "IAEA", "U.S.", "MPs", "COVID-19": capitals that the position of a word does not explain.
  boolean isAcronym() {
    int uppers = uppers();
    if (uppers == 0 || !isNameLike()) {
      return false;
    }
    int letters = count(Character::isLetter);
    boolean allUpper = uppers == letters;
    boolean plural = text.endsWith("s") && uppers == letters - 1;
    boolean hasDigits = count(Character::isDigit) > 0;
    return (uppers > 1 && (allUpper || plural)) || (hasDigits && allUpper);
  }

  boolean isLetter() {
    return text.length() == 1;
  }

  boolean hasLetters() {
    return count(Character::isLetter) > 0;
  }

  private int uppers() {
    return count(Character::isUpperCase);
  }

  private int count(IntPredicate kind) {
    int count = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      count += kind.test(text.codePointAt(at)) ? 1 : 0;
    }
    return count;
  }
}
