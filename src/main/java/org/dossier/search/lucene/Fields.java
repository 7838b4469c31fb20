package org.dossier.search.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/// The fields of a document, which is one passage. Fields of words carry their language in their
/// name (`text.en`), so that each is taken apart by the rules of its own.
final class Fields {

  /// Names this set of fields and the way they are filled; change it with either.
  static final String SCHEMA = "2";

  /// The article's id: to replace and delete by, and the second thing to sort by.
  static final String ARTICLE = "article";

  /// Which passage of its article: the third thing to sort by.
  static final String ORDINAL = "ordinal";

  /// Article, version and sentences, in the form of [Documents].
  static final String PASSAGE = "passage";

  /// The day of publication, counted from 1970; absent where unknown.
  static final String PUBLISHED = "published";

  /// The publisher's name, in the form of [Filters#publisherKey]; absent where unknown.
  static final String PUBLISHER = "publisher";

  /// The passage's vector, of length 1; absent until it was computed.
  static final String VECTOR = "vector";

  private static final String TEXT = "text.";
  private static final String TITLE = "title.";
  private static final String CONTEXT = "context.";

  private Fields() {}

  /// The passage's own words.
  static String text(String language) {
    return TEXT + language;
  }

  /// The words of its article's title.
  static String title(String language) {
    return TITLE + language;
  }

  /// Who published the article, and the month as people write it.
  static String context(String language) {
    return CONTEXT + language;
  }

  static boolean isText(String field) {
    return field.startsWith(TEXT);
  }

  static String language(String field) {
    return field.substring(field.indexOf('.') + 1);
  }

  /// Takes each field of words apart by the rules of its language.
  static Analyzer analyzer() {
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return Languages.analyzer(language(field));
      }
    };
  }
}
