package org.dossier.question;

import java.util.List;

/// A question with words replaced by similar ones of the archive.
///
/// @param question the question after the replacements
/// @param replacements in the order of the question; empty if nothing was corrected
public record SpellingCorrection(String question, List<Replacement> replacements) {
  public SpellingCorrection {
    replacements = List.copyOf(replacements);
  }

  /// A replaced word.
  ///
  /// @param written the word of the question
  /// @param corrected the word of the archive, with the capitals that the archive gives it
  public record Replacement(String written, String corrected) {}

  /// Returns whether nothing was corrected.
  public boolean isEmpty() {
    return replacements.isEmpty();
  }
}
