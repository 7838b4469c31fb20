package org.dossier.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Quantity;
import org.dossier.verification.analysis.Word;

/// The analysed sources that a statement cites, computed once for all rules.
///
/// @param sources the sources as given; at least one
/// @param texts the cited text of each source
/// @param contexts the context of each source
record AnalyzedSources(
    List<Source> sources, List<AnalyzedText> texts, List<AnalyzedText> contexts) {

  static AnalyzedSources of(List<Source> sources) {
    return new AnalyzedSources(
        sources,
        sources.stream().map(source -> AnalyzedText.of(source.text())).toList(),
        sources.stream().map(source -> AnalyzedText.of(source.context())).toList());
  }

  /// The stems of all cited words.
  Set<String> stems() {
    var stems = new HashSet<String>();
    texts.forEach(text -> stems.addAll(text.stems()));
    return stems;
  }

  /// All cited words, source by source.
  List<Word> words() {
    var words = new ArrayList<Word>();
    texts.forEach(text -> words.addAll(text.words()));
    return words;
  }

  /// All numbers of the cited words.
  List<Quantity> quantities() {
    var quantities = new ArrayList<Quantity>();
    texts.forEach(text -> quantities.addAll(text.quantities()));
    return quantities;
  }
}
