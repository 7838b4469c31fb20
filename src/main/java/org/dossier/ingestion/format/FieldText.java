package org.dossier.ingestion.format;

import java.util.List;
import org.dossier.archive.Omissions;
import org.dossier.ingestion.html.HtmlFragment;
import org.dossier.ingestion.html.NoteMarks;
import org.dossier.text.Mojibake;
import org.dossier.text.TextCleaner;

/// The values of the fields in which clients submit articles, as their readers see them: HTML is
/// decoded once, and what is invisible, struck out or the mark of a footnote is left out.
public final class FieldText {
  private FieldText() {}

  /// A text in paragraphs.
  public static String text(String value) {
    var decoded = HtmlFragment.text(Mojibake.repair(TextDecoder.withPlainLineEnds(value)));
    return plain(decoded);
  }

  /// The struck-out words of a text, with their places in `text`.
  ///
  /// @param text the result of [#text] for `value`
  public static List<Omissions.Struck> struck(String value, String text) {
    return StruckText.find(StruckText.mark(value), value, text, FieldText::text);
  }

  /// A title or a name.
  public static String line(String value) {
    return TextCleaner.clean(HtmlFragment.line(Mojibake.repair(value)));
  }

  /// A text that is not HTML.
  static String plain(String text) {
    return TextCleaner.clean(
        NoteMarks.remove(StruckText.remove(TabTables.rewrite(PipeTables.rewrite(text)))));
  }
}
