package org.dossier.search;

/// A word of the archive that is similar to a given one, in one of its written forms.
///
/// @param text as written, with its capitals and accents
/// @param articles the number of articles that contain this form, at least 1
public record SimilarWord(String text, int articles) {
  public SimilarWord {
    if (text.isEmpty() || articles < 1) {
      throw new IllegalArgumentException("not a word of the archive: “%s”".formatted(text));
    }
  }
}
