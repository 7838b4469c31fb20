package org.dossier.search.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.dossier.search.ArticleQuery;
import org.dossier.search.analysis.MentionAnalyzer;
import org.dossier.text.name.MentionPhrase;
import org.dossier.text.name.MentionedName;

/// Queries for the documents of articles.
final class MentionQuery {
  private static final TermQuery ARTICLES =
      new TermQuery(new Term(Fields.KIND, Fields.ARTICLE_KIND));

  private MentionQuery() {}

  /// The query for all articles.
  static Query allArticles() {
    return ARTICLES;
  }

  static Query of(ArticleQuery articleQuery) {
    var query = new BooleanQuery.Builder().add(ARTICLES, Occur.FILTER);
    if (!articleQuery.filters().isEmpty()) {
      query.add(FilterQuery.of(articleQuery.filters()), Occur.FILTER);
    }
    if (!articleQuery.names().isEmpty()) {
      var names = new BooleanQuery.Builder();
      var occur = articleQuery.any() ? Occur.SHOULD : Occur.MUST;
      articleQuery.names().forEach(name -> names.add(anyOf(name), occur));
      query.add(names.build(), Occur.FILTER);
    }
    return query.build();
  }

  /// The query for what mentions `name`.
  static Query anyOf(MentionedName name) {
    var phrases = new BooleanQuery.Builder();
    name.phrases().forEach(phrase -> phrases.add(of(phrase), Occur.SHOULD));
    if (name.isEntity()) {
      phrases.add(
          new TermInSetQuery(
              Fields.ENTITIES, name.entityTerms().stream().map(BytesRef::new).toList()),
          Occur.SHOULD);
    }
    return phrases.build();
  }

  private static Query of(MentionPhrase phrase) {
    var terms = phrase.words().stream().map(MentionAnalyzer::term).toArray(String[]::new);
    return terms.length == 1
        ? new TermQuery(new Term(Fields.MENTIONS, terms[0]))
        : new PhraseQuery(Fields.MENTIONS, terms);
  }
}
