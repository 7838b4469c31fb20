package org.dossier.text;

import java.util.Locale;
import java.util.Set;

/// English words that are not names, although a sentence may capitalize them.
public final class FunctionWords {
  private static final WordListFile LISTS = WordListFile.read("common-words.txt");
  private static final Set<String> FUNCTION = LISTS.words("function");
  private static final Set<String> OPENERS = LISTS.words("openers");
  private static final Set<String> NOUNS = LISTS.words("nouns");

  private FunctionWords() {}

  /// True if `word`, in any case, is a function word: an article, a pronoun, a question word or
  /// similar.
  public static boolean isFunction(String word) {
    return FUNCTION.contains(plain(word));
  }

  /// True if `word`, in any case, begins sentences and is not part of a name that follows it.
  public static boolean precedesNames(String word) {
    String plain = plain(word);
    return FUNCTION.contains(plain) || OPENERS.contains(plain);
  }

  /// True if `word`, in any case, is often the first word of a sentence.
  public static boolean opensSentence(String word) {
    return precedesNames(word) || NOUNS.contains(plain(word));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('’', '\'');
  }
}
