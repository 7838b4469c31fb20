package org.dossier.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.ReaderUtil;
import org.dossier.search.analysis.Languages;

/// The languages of passages: the name of the text field that a passage has.
final class PassageLanguages {
  private final ReaderView readerView;
  private final List<String> languages;

  PassageLanguages(ReaderView readerView) {
    this.readerView = readerView;
    this.languages = readerView.languages();
  }

  /// The short name of the language of the passage `document`.
  String of(int document) throws IOException {
    var leaves = readerView.reader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    for (var language : languages) {
      var norms = leaf.reader().getNormValues(Fields.text(language));
      if (norms != null && norms.advanceExact(document - leaf.docBase)) {
        return language;
      }
    }
    return Languages.OTHER;
  }
}
