package org.dossier.search.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.dossier.search.IndexException;
import org.dossier.search.Term;
import org.dossier.search.TermAnalyzer;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// Splits texts into terms by the analyzers of the index, [Languages].
public final class LuceneTermAnalyzer implements TermAnalyzer {
  public static final LuceneTermAnalyzer INSTANCE = new LuceneTermAnalyzer();

  private LuceneTermAnalyzer() {}

  @Override
  public List<Term> terms(String text, @Nullable String language) {
    return analyze(Languages.analyzer(Languages.of(language, text)), text);
  }

  @Override
  public List<Span> findShared(String question, String text, @Nullable String language) {
    var analyzer = Languages.analyzer(Languages.of(language, text));
    var inQuestion =
        analyze(analyzer, question).stream().map(Term::text).collect(Collectors.toSet());
    return analyze(analyzer, text).stream()
        .filter(term -> inQuestion.contains(term.text()))
        .map(Term::span)
        .distinct()
        .toList();
  }

  public static List<Term> analyze(Analyzer analyzer, String text) {
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
      throw new IndexException("cannot analyze a text of " + text.length() + " characters", e);
    }
    return terms;
  }
}
