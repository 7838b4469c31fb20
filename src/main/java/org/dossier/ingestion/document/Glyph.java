package org.dossier.ingestion.document;

/// A character of a page, possibly a ligature.
///
/// @param x the left edge in points, from the left of the page
/// @param end the right edge
/// @param y the baseline, from the top of the page
/// @param size the size of the font in points
/// @param bold true if the name of the font says so
record Glyph(String text, float x, float end, float y, float size, boolean bold) {
  Glyph withText(String other, float baseline, float fontSize) {
    return new Glyph(other, x, end, baseline, fontSize, bold);
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
