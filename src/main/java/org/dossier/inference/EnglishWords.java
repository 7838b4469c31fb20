package org.dossier.inference;

/// The common English words and names that the language models know as a whole: the 23,000 words of
/// the vocabulary of bge-small-en-v1.5. Rarer words are not among them. Thread-safe.
public final class EnglishWords {
  private static final String PIECE = "##";
  private static final String UNKNOWN = "[UNK]";

  private EnglishWords() {}

  /// Returns whether `word`, in any case, is a common one.
  public static boolean contains(String word) {
    var tokens = Vocabulary.shared().tokens(word);
    return tokens.size() == 1
        && !tokens.pieces()[0].startsWith(PIECE)
        && !tokens.pieces()[0].equals(UNKNOWN);
  }
}
