package org.dossier.search.lucene;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.Query;
import org.dossier.search.Term;
import org.dossier.search.analysis.Languages;
import org.dossier.search.analysis.LuceneTermAnalyzer;

/// The lexical query for passages in one language: BM25 over the passage, its title and its context
/// as if they were one text with weighted fields (BM25F; Robertson, Zaragoza and Taylor, "Simple
/// BM25 extension to multiple weighted fields", 2004).
final class Bm25fQuery {

  /// A field, by language, and the weight of a term in it.
  record WeightedField(UnaryOperator<String> field, float weight) {}

  static final List<WeightedField> WEIGHTS =
      List.of(
          new WeightedField(Fields::text, 1),
          new WeightedField(Fields::title, 1),
          new WeightedField(Fields::context, 1));

  /// Questions are short. A longer text, such as a pasted page, is searched by its first terms.
  private static final int MAX_TERMS = 250;

  private Bm25fQuery() {}

  /// The query for the passages with any of the terms of `question`.
  static Query of(String question, String language) {
    return of(question, language, Occur.SHOULD);
  }

  /// The query for the passages with all of the terms of `question`.
  static Query ofAllTerms(String question, String language) {
    return of(question, language, Occur.MUST);
  }

  private static Query of(String question, String language, Occur occur) {
    var query = new BooleanQuery.Builder();
    LuceneTermAnalyzer.analyze(Languages.analyzer(language), question).stream()
        .map(Term::text)
        .distinct()
        .limit(MAX_TERMS)
        .forEach(term -> query.add(inAllFields(term, language), occur));
    return query.build();
  }

  private static Query inAllFields(String term, String language) {
    var query = new CombinedFieldQuery.Builder(term);
    WEIGHTS.forEach(
        weighted -> query.addField(weighted.field().apply(language), weighted.weight()));
    return query.build();
  }
}
