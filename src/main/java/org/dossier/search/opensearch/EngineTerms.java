package org.dossier.search.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dossier.search.Term;
import org.dossier.search.analysis.Languages;
import org.dossier.search.analysis.LuceneTermAnalyzer;
import org.dossier.search.analysis.MentionAnalyzer;
import org.dossier.search.analysis.WordForms;
import org.dossier.text.Sha256;
import org.dossier.text.name.MentionWord;

/// Texts as the terms that the cluster indexes, separated by spaces.
final class EngineTerms {
  /// Separates terms at one position.
  static final char ALTERNATIVE = '\u0001';

  /// The maximum number of characters of a term.
  static final int MAX_LENGTH = 1_000;

  /// Replaces white space inside a term.
  private static final char SPACE = '\u0002';

  private EngineTerms() {}

  /// The terms of `text` in a language of [Languages], in their order.
  static List<String> of(String text, String language) {
    return LuceneTermAnalyzer.analyze(Languages.analyzer(language), text).stream()
        .map(Term::text)
        .map(EngineTerms::encode)
        .toList();
  }

  /// A term without white space and of limited length.
  static String encode(String term) {
    if (term.length() > MAX_LENGTH) {
      return "sha256-" + Sha256.hex(term);
    }
    var encoded = new StringBuilder(term.length());
    term.codePoints().forEach(c -> encoded.appendCodePoint(Character.isWhitespace(c) ? SPACE : c));
    return encoded.toString();
  }

  /// The words of `text` by which mentions are counted.
  static String mentions(String text) {
    var words = new ArrayList<String>();
    for (var word : MentionWord.of(text)) {
      var key = encode(MentionAnalyzer.term(word.key()));
      words.add(word.capitals().isEmpty() ? key : key + ALTERNATIVE + encode(word.capitals()));
    }
    return String.join(" ", words);
  }

  /// The written forms of the words of `text`, each once.
  static Set<String> forms(String text) {
    var forms = new LinkedHashSet<String>();
    LuceneTermAnalyzer.analyze(WordForms.ANALYZER, text).forEach(form -> forms.add(form.text()));
    return forms;
  }

  /// The key of an encoded form.
  static String keyOf(String form) {
    int end = form.indexOf(WordForms.SEPARATOR);
    return end < 0 ? form : form.substring(0, end);
  }
}
