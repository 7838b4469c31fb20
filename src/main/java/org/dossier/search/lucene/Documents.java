package org.dossier.search.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.dossier.archive.Article;
import org.dossier.archive.Passage;
import org.dossier.search.Filters;
import org.dossier.search.Hit;
import org.dossier.search.indexing.IndexedText;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// Converts an article and its passages to documents of the index, and passages back.
final class Documents {

  /// Frequencies without positions: there are no phrase queries.
  private static final FieldType TEXT_FIELD = new FieldType();

  /// With positions, for phrases, and without norms: mentions are counted, not scored.
  private static final FieldType MENTIONS_FIELD = new FieldType();

  /// Documents only: the forms of words are looked up, not scored.
  private static final FieldType FORMS_FIELD = new FieldType();

  static {
    FORMS_FIELD.setIndexOptions(IndexOptions.DOCS);
    FORMS_FIELD.setTokenized(true);
    FORMS_FIELD.setOmitNorms(true);
    FORMS_FIELD.freeze();
    MENTIONS_FIELD.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    MENTIONS_FIELD.setTokenized(true);
    MENTIONS_FIELD.setOmitNorms(true);
    MENTIONS_FIELD.freeze();
    TEXT_FIELD.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TEXT_FIELD.setTokenized(true);
    TEXT_FIELD.freeze();
  }

  private final Article article;
  private final String version;
  private final IndexedText text;

  /// @param article the article whose passages are converted
  Documents(Article article) {
    this.article = article;
    this.version = article.version();
    this.text = new IndexedText(article);
  }

  /// The document of the article, then those of its passages, in their order.
  ///
  /// @param vectors the vector of each passage; `null` if it has not been computed yet
  List<Document> write(List<Passage> passages, List<float @Nullable []> vectors) {
    var documents = new ArrayList<Document>(passages.size() + 1);
    documents.add(writeArticle(passages));
    for (int i = 0; i < passages.size(); i++) {
      documents.add(write(passages.get(i), vectors.get(i)));
    }
    return documents;
  }

  /// The document by which the article is counted, with the written forms of the words of its
  /// passages.
  private Document writeArticle(List<Passage> passages) {
    var document = new Document();
    document.add(new StringField(Fields.KIND, Fields.ARTICLE_KIND, Store.NO));
    addSource(document, List.of());
    addMetadata(document);
    if (article.title() != null) {
      document.add(new Field(Fields.MENTIONS, article.title(), MENTIONS_FIELD));
    }
    document.add(new Field(Fields.MENTIONS, article.text(), MENTIONS_FIELD));
    for (var term : text.entityTerms()) {
      document.add(new StringField(Fields.ENTITIES, term, Store.NO));
      document.add(new SortedSetDocValuesField(Fields.ENTITIES, new BytesRef(term)));
    }
    var forms = text.forms(passages);
    if (!forms.isEmpty()) {
      document.add(new Field(Fields.forms(text.language()), forms, FORMS_FIELD));
    }
    return document;
  }

  private void addSource(Document document, List<Span> sentences) {
    document.add(new StringField(Fields.ARTICLE, article.id(), Store.NO));
    document.add(new SortedDocValuesField(Fields.ARTICLE, new BytesRef(article.id())));
    document.add(new BinaryDocValuesField(Fields.PASSAGE, encode(sentences)));
  }

  /// The document of one passage.
  ///
  /// @param vector `null` if it has not been computed yet
  private Document write(Passage passage, float @Nullable [] vector) {
    var document = new Document();
    addSource(document, passage.sentences());
    document.add(new NumericDocValuesField(Fields.ORDINAL, passage.ordinal()));
    addText(document, passage);
    addMetadata(document);
    if (vector != null) {
      document.add(
          new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    }
    return document;
  }

  /// The passage of one document of a segment.
  static Hit read(LeafReader segment, int document, float score) throws IOException {
    var ordinals = segment.getNumericDocValues(Fields.ORDINAL);
    var passages = segment.getBinaryDocValues(Fields.PASSAGE);
    if (!ordinals.advanceExact(document) || !passages.advanceExact(document)) {
      throw new IOException("document " + document + " is not a passage");
    }
    var value = passages.binaryValue();
    var input = new ByteArrayDataInput(value.bytes, value.offset, value.length);
    var id = input.readString();
    var version = input.readString();
    var sentences = sentences(input);
    var span = new Span(sentences.getFirst().start(), sentences.getLast().end());
    return new Hit(
        id,
        version,
        published(segment, document),
        (int) ordinals.longValue(),
        span,
        sentences,
        score);
  }

  private static @Nullable LocalDate published(LeafReader segment, int document)
      throws IOException {
    var days = DocValues.getNumeric(segment, Fields.PUBLISHED);
    return days.advanceExact(document) ? LocalDate.ofEpochDay(days.longValue()) : null;
  }

  /// The article and version of a passage.
  ///
  /// @param passage a value of the field [Fields#PASSAGE]
  static DeletedPassages.Version version(BytesRef passage) throws IOException {
    var input = new ByteArrayDataInput(passage.bytes, passage.offset, passage.length);
    return new DeletedPassages.Version(input.readString(), input.readString());
  }

  private void addText(Document document, Passage passage) {
    var language = text.language(passage);
    document.add(new Field(Fields.text(language), text.words(passage), TEXT_FIELD));
    if (article.title() != null) {
      document.add(new Field(Fields.title(language), article.title(), TEXT_FIELD));
    }
    if (!text.context().isEmpty()) {
      document.add(new Field(Fields.context(language), text.context(), TEXT_FIELD));
    }
  }

  private void addMetadata(Document document) {
    if (article.published() != null) {
      long day = article.published().toEpochDay();
      document.add(new LongPoint(Fields.PUBLISHED, day));
      document.add(new NumericDocValuesField(Fields.PUBLISHED, day));
    }
    if (article.publisher() != null) {
      var publisher = Filters.publisherKey(article.publisher());
      document.add(new StringField(Fields.PUBLISHER, publisher, Store.NO));
      document.add(
          new SortedDocValuesField(Fields.PUBLISHER_NAME, new BytesRef(article.publisher())));
    }
  }

  /// Encodes the article's id and version, the number of sentences, and the distance from each
  /// sentence boundary to the next.
  private BytesRef encode(List<Span> sentences) {
    try {
      var output = new ByteBuffersDataOutput();
      output.writeString(article.id());
      output.writeString(version);
      output.writeVInt(sentences.size());
      int boundary = 0;
      for (var sentence : sentences) {
        output.writeVInt(sentence.start() - boundary);
        output.writeVInt(sentence.length());
        boundary = sentence.end();
      }
      return new BytesRef(output.toArrayCopy());
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
  }

  private static List<Span> sentences(ByteArrayDataInput input) {
    int count = input.readVInt();
    var sentences = new ArrayList<Span>(count);
    int boundary = 0;
    for (int i = 0; i < count; i++) {
      int start = boundary + input.readVInt();
      boundary = start + input.readVInt();
      sentences.add(new Span(start, boundary));
    }
    return sentences;
  }
}
