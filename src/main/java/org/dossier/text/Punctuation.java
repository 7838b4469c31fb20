package org.dossier.text;

/// The punctuation marks that delimit sentences.
public final class Punctuation {
  private static final String TERMINATORS = ".?!…؟۔。！？｡।॥։።";
  private static final String OPENERS = "\"'“‘«‹„‚([{「『（《〈";
  private static final String CLOSERS = "\"'”’»›)]}」』）》〉";

  private Punctuation() {}

  public static boolean isTerminator(char c) {
    return TERMINATORS.indexOf(c) >= 0;
  }

  public static boolean isOpener(char c) {
    return OPENERS.indexOf(c) >= 0;
  }

  public static boolean isCloser(char c) {
    return CLOSERS.indexOf(c) >= 0;
  }
}
