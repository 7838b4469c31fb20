package org.dossier.evaluation.calibration;

/// A question made from a sentence of the archive, with both of its replies.
///
/// @param article the id of the article with the sentence
/// @param present the reply with the article in the archive
/// @param withheld the reply as if the archive lacked the article and its copies
public record AskedQuestion(String question, String article, Trial present, Trial withheld) {

  /// Returns whether the reply shows the sentence with the article present. Otherwise the archive
  /// may answer the question from other articles, so that withholding this one proves nothing.
  boolean isFound() {
    return present.right();
  }
}
