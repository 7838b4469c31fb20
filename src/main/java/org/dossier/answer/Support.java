package org.dossier.answer;

/// The relation of a statement to its citations. An unsupported statement is not shown.
public enum Support {
  /// The words of the article, except for folded white space, dates added in brackets, and square
  /// brackets around numbers, which become round ones.
  VERBATIM,
  /// Other words, verified against those of the article.
  SUPPORTED,
  /// The program's words about the articles that it counted or lists; the citations are some of
  /// these articles.
  COUNTED
}
