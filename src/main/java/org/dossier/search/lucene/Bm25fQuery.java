package org.dossier.search.lucene;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.Query;
import org.dossier.search.Term;

/// The query for passages in one language by the words of a question: BM25 over the passage, its
/// title and its context as if they were one text in which a word of the title counts more (BM25F;
/// Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004).
final class Bm25fQuery {

  /// A field, by language, and how often a word in it counts.
  record Weighted(UnaryOperator<String> field, float weight) {}

  static final List<Weighted> WEIGHTS =
      List.of(
          new Weighted(Fields::text, 1),
          new Weighted(Fields::title, 1),
          new Weighted(Fields::context, 1));

  /// Questions are short; a pasted page is searched for by its first words.
  private static final int MAX_TERMS = 250;

  private Bm25fQuery() {}

  static Query of(String question, String language) {
    var query = new BooleanQuery.Builder();
    LuceneTermAnalyzer.analyze(Languages.analyzer(language), question).stream()
        .map(Term::text)
        .distinct()
        .limit(MAX_TERMS)
        .forEach(term -> query.add(inAllFields(term, language), Occur.SHOULD));
    return query.build();
  }

  private static Query inAllFields(String term, String language) {
    var query = new CombinedFieldQuery.Builder(term);
    WEIGHTS.forEach(in -> query.addField(in.field().apply(language), in.weight()));
    return query.build();
  }
}
