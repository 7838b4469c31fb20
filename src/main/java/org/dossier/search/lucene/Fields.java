package org.dossier.search.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.dossier.search.analysis.Languages;
import org.dossier.search.analysis.MentionAnalyzer;
import org.dossier.search.analysis.WordForms;

/// The fields of a document, which is one passage, or one whole article for counting. The name of a
/// text field ends with its language (`text.en`), so that each language has its own analyzer.
final class Fields {

  /// The version of the set of fields and of the way they are filled. Change it with either.
  static final String SCHEMA = "8";

  /// The article's id, for replacement and deletion, and the second sort key.
  static final String ARTICLE = "article";

  /// The number of the passage in its article, the third sort key.
  static final String ORDINAL = "ordinal";

  /// Article, version and sentences, as encoded by [Documents]. The document of an article has no
  /// sentences.
  static final String PASSAGE = "passage";

  /// The day of publication, in days since 1 January 1970; absent if unknown.
  static final String PUBLISHED = "published";

  /// The publisher's name, normalized by [org.dossier.search.Filters#publisherKey]; absent if
  /// unknown.
  static final String PUBLISHER = "publisher";

  /// The publisher's name as written; absent if unknown.
  static final String PUBLISHER_NAME = "publisherName";

  /// Distinguishes the document of an article, which has the value [#ARTICLE_KIND]; absent in a
  /// passage.
  static final String KIND = "kind";

  static final String ARTICLE_KIND = "article";

  /// The words of the title and the text of an article, by which mentions are counted, encoded by
  /// [MentionAnalyzer].
  static final String MENTIONS = "mentions";

  /// The persons, places and organizations that an article names, as
  /// [org.dossier.text.entity.EntityKey#term], in the document of the article.
  static final String ENTITIES = "entities";

  /// The passage's vector, of length 1; absent until it is computed.
  static final String VECTOR = "vector";

  private static final String TEXT = "text.";
  private static final String TITLE = "title.";
  private static final String CONTEXT = "context.";
  private static final String FORMS = "forms.";

  private Fields() {}

  /// The text of the passage.
  static String text(String language) {
    return TEXT + language;
  }

  /// The title of its article.
  static String title(String language) {
    return TITLE + language;
  }

  /// The publisher and the month of publication, in words.
  static String context(String language) {
    return CONTEXT + language;
  }

  /// The words of an article's passages, title and publisher as they are written, encoded by
  /// [WordForms], in the document of the article.
  static String forms(String language) {
    return FORMS + language;
  }

  static boolean isText(String field) {
    return field.startsWith(TEXT);
  }

  static String language(String field) {
    return field.substring(field.indexOf('.') + 1);
  }

  /// Analyzes each text field by the rules of its language.
  static Analyzer analyzer() {
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        if (field.equals(MENTIONS)) {
          return MentionAnalyzer.INSTANCE;
        }
        return field.startsWith(FORMS) ? WordForms.ANALYZER : Languages.analyzer(language(field));
      }
    };
  }
}
