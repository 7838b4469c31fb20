package org.dossier.ingestion.format;

import org.dossier.ingestion.html.HtmlFragment;
import org.dossier.ingestion.html.NoteMarks;
import org.dossier.text.TextCleaner;

/// The values of the fields in which clients submit articles, as their readers see them: HTML is
/// decoded once, and what is invisible, struck out or the mark of a footnote is left out.
public final class FieldText {
  private FieldText() {}

  /// A text in paragraphs.
  public static String text(String value) {
    var decoded = HtmlFragment.text(TextDecoder.withPlainLineEnds(value));
    return plain(decoded);
  }

  /// A title or a name.
  public static String line(String value) {
    return TextCleaner.clean(HtmlFragment.line(value));
  }

  /// A text that is not HTML.
  static String plain(String text) {
    return TextCleaner.clean(NoteMarks.remove(StruckText.remove(text)));
  }
}
