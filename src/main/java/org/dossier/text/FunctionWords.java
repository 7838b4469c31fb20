package org.dossier.text;

import java.util.Locale;
import java.util.Set;

/// English words that are no names although a sentence may write them with a capital.
public final class FunctionWords {
  private static final WordListFile LISTS = WordListFile.read("common-words.txt");
  private static final Set<String> FUNCTION = LISTS.words("function");
  private static final Set<String> OPENERS = LISTS.words("openers");
  private static final Set<String> NOUNS = LISTS.words("nouns");

  private FunctionWords() {}

  /// Whether `word`, in any case, is an article, a pronoun, a question word or the like.
  public static boolean isFunction(String word) {
    return FUNCTION.contains(plain(word));
  }

  /// Whether `word`, in any case, opens sentences and is no part of the name it may stand before.
  public static boolean precedesNames(String word) {
    String plain = plain(word);
    return FUNCTION.contains(plain) || OPENERS.contains(plain);
  }

  /// Whether `word`, in any case, often is the first of a sentence.
  public static boolean opens(String word) {
    return precedesNames(word) || NOUNS.contains(plain(word));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('’', '\'');
  }
}
