package org.dossier.text;

/// The punctuation that sentences turn on.
final class Punctuation {
  private static final String TERMINATORS = ".?!…؟۔。！？｡।॥։።";
  private static final String OPENERS = "\"'“‘«‹„‚([{「『（《〈";
  private static final String CLOSERS = "\"'”’»›)]}」』）》〉";

  private Punctuation() {}

  static boolean isTerminator(char c) {
    return TERMINATORS.indexOf(c) >= 0;
  }

  static boolean isOpener(char c) {
    return OPENERS.indexOf(c) >= 0;
  }

  static boolean isCloser(char c) {
    return CLOSERS.indexOf(c) >= 0;
  }
}
