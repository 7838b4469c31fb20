package org.dossier.answer;

/// How a statement stands on its citations. What stands on none is not shown.
public enum Support {
  /// The words of the article, but for folded white space, dates added in brackets, and square
  /// brackets around numbers, which become round ones.
  VERBATIM,
  /// Other words, checked against those of the article.
  SUPPORTED
}
