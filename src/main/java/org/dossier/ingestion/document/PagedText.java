package org.dossier.ingestion.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dossier.ingestion.document.PageParagraphs.Paragraph;
import org.dossier.text.LineHyphens;
import org.dossier.text.Pages;
import org.jspecify.annotations.Nullable;

/// Joins the pages of a document to one text, in which a paragraph may continue on the next page.
final class PagedText {
  private static final float NOTE_SIZE = 0.88f;

  private final StringBuilder text = new StringBuilder();
  private final String lower;
  private int paragraphStart;
  private int newPages;

  private PagedText(String lower) {
    this.lower = lower;
  }

  /// @param lower the text of the document in lower case
  static String join(List<List<Paragraph>> pages, String lower) {
    var joined = new PagedText(lower);
    Paragraph last = null;
    for (int i = 0; i < pages.size(); i++) {
      joined.newPages += i == 0 ? 0 : 1;
      for (var paragraph : withNotesFirst(pages.get(i))) {
        joined.add(last, paragraph);
        last = paragraph;
      }
    }
    return joined.text.toString();
  }

  private void add(@Nullable Paragraph last, Paragraph paragraph) {
    var breaks = String.valueOf(Pages.BREAK).repeat(newPages);
    if (last != null && newPages == 1 && last.continuesIn(paragraph)) {
      var whole =
          LineHyphens.join(text.substring(paragraphStart), paragraph.text(), lower, " " + breaks);
      text.setLength(paragraphStart);
      text.append(whole);
    } else {
      text.append(text.isEmpty() ? "" : "\n\n").append(breaks);
      paragraphStart = text.length();
      text.append(paragraph.text());
    }
    newPages = 0;
  }

  /// The paragraphs of a page. If the last one is unfinished, the footnotes below it are put before
  /// it, for it continues on the next page.
  private static List<Paragraph> withNotesFirst(List<Paragraph> page) {
    var longest = page.stream().max(Comparator.comparingInt(p -> p.text().length()));
    if (longest.isEmpty()) {
      return page;
    }
    int notes = page.size();
    while (notes > 1 && page.get(notes - 1).size() < NOTE_SIZE * longest.get().size()) {
      notes--;
    }
    if (notes == page.size() || page.get(notes - 1).isFinished()) {
      return page;
    }
    var ordered = new ArrayList<>(page.subList(0, notes - 1));
    ordered.addAll(page.subList(notes, page.size()));
    ordered.add(page.get(notes - 1));
    return ordered;
  }
}
