package org.dossier.ingestion.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.dossier.ingestion.document.RunningLines.Page;

/// Collects the characters of each page with their positions, and arranges them in rows. Text in
/// another direction than most of the page, such as a note in the margin, is left out.
final class PageGlyphs extends PDFTextStripper {
  /// The maximum number of characters in a document.
  static final int MAX_CHARACTERS = 2_000_000;

  private final int count;
  private final List<Page> pages = new ArrayList<>();
  private final Map<Float, List<Glyph>> byDirection = new HashMap<>();
  private long characters;

  PageGlyphs(int count) {
    this.count = count;
  }

  /// All pages, including those without text; up to the maximum of characters.
  List<Page> pages() {
    while (!isTooLong() && pages.size() < count) {
      pages.add(new Page(List.of(), 0));
    }
    return pages;
  }

  boolean isTooLong() {
    return characters > MAX_CHARACTERS;
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    var text = position.getUnicode();
    if (text == null || text.isEmpty() || isTooLong()) {
      return;
    }
    characters += text.length();
    // The size on the page; that of the font ignores the scale of the page.
    float size = position.getYScale();
    byDirection
        .computeIfAbsent(position.getDir(), _ -> new ArrayList<>())
        .add(
            new Glyph(
                text,
                position.getXDirAdj(),
                position.getXDirAdj() + position.getWidthDirAdj(),
                position.getYDirAdj(),
                size > 1 ? size : Math.max(1, position.getHeightDir()),
                isBold(position)));
  }

  private static boolean isBold(TextPosition position) {
    var name = position.getFont() == null ? null : position.getFont().getName();
    return name != null && name.toLowerCase(Locale.ROOT).matches(".*(?:bold|black|heavy).*");
  }

  @Override
  protected void endPage(PDPage page) {
    while (pages.size() < getCurrentPageNo() - 1) {
      pages.add(new Page(List.of(), 0));
    }
    var glyphs =
        byDirection.values().stream()
            .max((a, b) -> Integer.compare(a.size(), b.size()))
            .orElse(List.of());
    boolean turned = page.getRotation() % 180 != 0;
    var box = page.getCropBox();
    pages.add(new Page(RowBuilder.of(glyphs), turned ? box.getWidth() : box.getHeight()));
    byDirection.clear();
  }
}
