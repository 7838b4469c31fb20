package org.dossier.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.dossier.search.SimilarWord;
import org.dossier.search.analysis.Languages;
import org.dossier.search.analysis.LuceneTermAnalyzer;
import org.dossier.search.analysis.WordForms;
import org.jspecify.annotations.Nullable;

/// The words of a view, for the correction of spelling. Words that only deleted articles contain do
/// not count.
final class SpellingIndex {
  private final ReaderView readerView;

  SpellingIndex(ReaderView readerView) {
    this.readerView = readerView;
  }

  boolean isKnown(String word) throws IOException {
    for (var language : readerView.languages()) {
      if (isKnown(word, language)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKnown(String word, String language) throws IOException {
    for (var term : LuceneTermAnalyzer.analyze(Languages.analyzer(language), word)) {
      boolean occurs = false;
      for (var weighted : Bm25fQuery.WEIGHTS) {
        var field = weighted.field().apply(language);
        occurs = occurs || occurs(new Term(field, term.text()));
      }
      if (!occurs) {
        return false;
      }
    }
    return true;
  }

  private boolean occurs(Term term) throws IOException {
    for (var leaf : readerView.reader().leaves()) {
      var postings = leaf.reader().postings(term, PostingsEnum.NONE);
      if (postings != null && count(leaf.reader(), postings, 1) > 0) {
        return true;
      }
    }
    return false;
  }

  List<SimilarWord> similarWords(String word, int maxEdits, @Nullable String language)
      throws IOException {
    var automaton = automaton(WordForms.key(word), maxEdits);
    var languages = readerView.languages();
    var own = Languages.of(language, word);
    var forms = new TreeMap<String, Integer>();
    for (var searched : languages.contains(own) ? List.of(own) : languages) {
      for (var leaf : readerView.reader().leaves()) {
        collect(leaf.reader(), Fields.forms(searched), automaton, forms);
      }
    }
    return forms.entrySet().stream()
        .map(form -> new SimilarWord(form.getKey(), form.getValue()))
        .toList();
  }

  private static void collect(
      LeafReader segment, String field, CompiledAutomaton automaton, Map<String, Integer> forms)
      throws IOException {
    var terms = segment.terms(field);
    if (terms == null) {
      return;
    }
    TermsEnum found = automaton.getTermsEnum(terms);
    PostingsEnum postings = null;
    for (var term = found.next(); term != null; term = found.next()) {
      var encoded = term.utf8ToString();
      postings = found.postings(postings, PostingsEnum.NONE);
      int articles =
          segment.getLiveDocs() == null
              ? found.docFreq()
              : count(segment, postings, Integer.MAX_VALUE);
      if (articles > 0) {
        forms.merge(WordForms.writtenOf(encoded), articles, Integer::sum);
      }
    }
  }

  /// The number of live documents, at most `limit`.
  private static int count(LeafReader segment, PostingsEnum postings, int limit)
      throws IOException {
    var live = segment.getLiveDocs();
    int count = 0;
    while (count < limit && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      count += live == null || live.get(postings.docID()) ? 1 : 0;
    }
    return count;
  }

  /// Accepts the encoded forms of all words within `maxEdits` of `key`.
  private static CompiledAutomaton automaton(String key, int maxEdits) {
    var similar = new LevenshteinAutomata(key, true).toAutomaton(Math.min(maxEdits, 1));
    if (maxEdits > 1) {
      var first = key.substring(0, Character.charCount(key.codePointAt(0)));
      var rest = new LevenshteinAutomata(key.substring(first.length()), true);
      similar = Operations.union(List.of(similar, rest.toAutomaton(2, first)));
    }
    var written =
        Operations.concatenate(
            List.of(Automata.makeChar(WordForms.SEPARATOR), Automata.makeAnyString()));
    Automaton all = Operations.concatenate(List.of(similar, Operations.optional(written)));
    return new CompiledAutomaton(
        Operations.determinize(all, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT), false, true);
  }
}
