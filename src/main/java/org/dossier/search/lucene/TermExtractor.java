package org.dossier.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.dossier.search.IndexException;
import org.dossier.search.Term;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// The words of a text, by the same rules as those of the index: without the most common ones, and
/// with "ministers" the same as "minister".
public final class TermExtractor {
  private TermExtractor() {}

  /// The terms of `text`, in reading order; a word that occurs twice is there twice.
  ///
  /// @param language its BCP 47 tag; null to tell by the script
  public static List<Term> of(String text, @Nullable String language) {
    return by(Languages.analyzer(Languages.of(language, text)), text);
  }

  /// Whether `text` is taken to be English.
  ///
  /// @param language its BCP 47 tag; null to tell by the script
  public static boolean isEnglish(String text, @Nullable String language) {
    return Languages.of(language, text).equals(Languages.ENGLISH);
  }

  /// Where the words of `question` stand in `text`, in reading order: what to highlight.
  ///
  /// @param language that of `text`; null to tell by the script
  public static List<Span> findShared(String question, String text, @Nullable String language) {
    var analyzer = Languages.analyzer(Languages.of(language, text));
    var asked = by(analyzer, question).stream().map(Term::text).collect(Collectors.toSet());
    return by(analyzer, text).stream()
        .filter(term -> asked.contains(term.text()))
        .map(Term::span)
        .distinct()
        .toList();
  }

  static List<Term> by(Analyzer analyzer, String text) {
    var terms = new ArrayList<Term>();
    try (var stream = analyzer.tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (!term.isEmpty()) {
          terms.add(new Term(term.toString(), new Span(offset.startOffset(), offset.endOffset())));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new IndexException("cannot take a text of " + text.length() + " characters apart", e);
    }
    return terms;
  }
}
