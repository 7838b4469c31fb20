package org.dossier.ingestion.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dossier.archive.Article;
import org.dossier.archive.Omissions;
import org.dossier.ingestion.html.HtmlFragment;
import org.dossier.ingestion.html.PublicationDate;
import org.dossier.ingestion.html.PublicationDateParser;
import org.jspecify.annotations.Nullable;

/// One article as a JSON object with the fields of [JsonField], of which the id and the text are
/// required, and optionally `publishedInferred`, and `omissions` in the form of [Omissions#json].
/// Other fields are ignored; null is the same as absent. HTML in the text, the title, the publisher
/// and the authors is decoded once.
public final class JsonArticle {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// The members of an object that state the value of the field: `{"rendered": "<p>…"}` in
  /// WordPress, `{"name": "…"}` in schema.org.
  private static final Set<String> VALUES = Set.of("rendered", "name");

  private final int line;
  private final Map<JsonField, Value> values = new EnumMap<>(JsonField.class);
  private boolean inferred;
  private @Nullable Omissions omissions;

  /// The value of a field.
  ///
  /// @param name the name under which the line states it
  /// @param rank the rank of that name
  /// @param words its words; several only for authors
  private record Value(String name, int rank, List<String> words) {}

  private JsonArticle(int line) {
    this.line = line;
  }

  /// The article on a line; empty for a blank line.
  ///
  /// @param line its number
  /// @throws RejectedArticleException naming the invalid field, and the column if it is not valid
  ///   JSON
  public static Optional<Article> of(byte[] json, int line) throws RejectedArticleException {
    var text = TextDecoder.utf8(json, line);
    if (text.isBlank()) {
      return Optional.empty();
    }
    var article = new JsonArticle(line);
    try (var parser = JSON.createParser(text)) {
      article.read(parser);
    } catch (JsonProcessingException e) {
      throw new RejectedArticleException(line, null, "is not JSON: " + problem(e));
    } catch (IOException e) {
      throw new UncheckedIOException("an in-memory string cannot be read", e);
    }
    return Optional.of(article.article());
  }

  /// An article as one line, from which [#of] reads an equal article. What is not stated is absent.
  public static String write(Article article) {
    var line = new StringWriter();
    try (var json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", article.id());
      writeEscaped(json, "title", article.title());
      writeEscaped(json, "publisher", article.publisher());
      if (!article.authors().isEmpty()) {
        json.writeArrayFieldStart("authors");
        for (var author : article.authors()) {
          json.writeString(HtmlFragment.escape(author));
        }
        json.writeEndArray();
      }
      writeStated(json, "url", article.url());
      writeStated(json, "language", article.language());
      writeStated(json, "published", article.publishedText());
      if (article.publishedInferred()) {
        json.writeBooleanField("publishedInferred", true);
      }
      writeStated(json, "updated", article.updated());
      json.writeStringField("text", HtmlFragment.escape(article.text()));
      if (!article.omissions().isEmpty()) {
        json.writeFieldName("omissions");
        json.writeRawValue(article.omissions().json());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("an in-memory string cannot be written", e);
    }
    return line.toString();
  }

  private static void writeEscaped(JsonGenerator json, String field, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(field, HtmlFragment.escape(value));
    }
  }

  private static void writeStated(JsonGenerator json, String field, @Nullable Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(field, value.toString());
    }
  }

  private void read(JsonParser parser) throws IOException, RejectedArticleException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new RejectedArticleException(line, null, "is not a JSON object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var field = parser.currentName();
      var value = parser.nextToken();
      if (value == JsonToken.VALUE_NULL) {
        continue;
      }
      var name = JsonField.named(field);
      if (name.isPresent()) {
        read(parser, field, name.get(), value);
      } else if (field.equals("publishedInferred")) {
        inferred = flag(parser, field, value);
      } else if (field.equals("omissions")) {
        omissions = Omissions.parse(structure(parser));
      } else {
        parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new RejectedArticleException(
          line, null, "has more than one JSON object" + column(parser));
    }
  }

  /// The JSON text of the value that begins here.
  private static String structure(JsonParser parser) throws IOException {
    var copy = new StringWriter();
    try (var json = JSON.createGenerator(copy)) {
      json.copyCurrentStructure(parser);
    }
    return copy.toString();
  }

  /// Reads the value of a field, unless a better name has stated it already.
  private void read(JsonParser parser, String name, JsonField.Name known, JsonToken value)
      throws IOException, RejectedArticleException {
    var words = new ArrayList<String>();
    if (value == JsonToken.START_ARRAY && known.field() == JsonField.AUTHORS) {
      for (var next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
        word(parser, name, known, next).ifPresent(words::add);
      }
    } else {
      word(parser, name, known, value).ifPresent(words::add);
    }
    var stated = values.get(known.field());
    if (!words.isEmpty() && (stated == null || known.rank() < stated.rank())) {
      values.put(known.field(), new Value(name, known.rank(), words));
    }
  }

  /// A string, a number where one is allowed, or the value that an object states. Empty for
  /// anything else under a name that is not the field's own: another program may mean something
  /// else by it.
  private Optional<String> word(
      JsonParser parser, String name, JsonField.Name known, JsonToken value)
      throws IOException, RejectedArticleException {
    if (value == JsonToken.VALUE_STRING
        || (value == JsonToken.VALUE_NUMBER_INT && known.field().mayBeNumber())) {
      return Optional.of(parser.getText());
    }
    var problem = wrong(parser, name, value, "a string");
    var stated = value == JsonToken.START_OBJECT ? member(parser) : Optional.<String>empty();
    if (stated.isEmpty()) {
      if (known.isOwn()) {
        throw problem;
      }
      parser.skipChildren();
    }
    return stated;
  }

  /// The string of the object that begins here which states its value. Reads the object to its end.
  private static Optional<String> member(JsonParser parser) throws IOException {
    String found = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean states = VALUES.contains(parser.currentName());
      if (parser.nextToken() == JsonToken.VALUE_STRING && states) {
        found = parser.getText();
      }
      parser.skipChildren();
    }
    return Optional.ofNullable(found);
  }

  private boolean flag(JsonParser parser, String field, JsonToken value)
      throws RejectedArticleException {
    if (!value.isBoolean()) {
      throw wrong(parser, field, value, "true or false");
    }
    return value == JsonToken.VALUE_TRUE;
  }

  private RejectedArticleException wrong(
      JsonParser parser, String field, JsonToken value, String right) {
    var is =
        switch (value) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "an array";
          case VALUE_STRING -> "a string";
          case VALUE_NULL -> "null";
          case VALUE_TRUE, VALUE_FALSE -> "a boolean";
          default -> "a number";
        };
    return new RejectedArticleException(
        line, field, "is " + is + ", not " + right + column(parser));
  }

  private Article article() throws RejectedArticleException {
    var published = date(JsonField.PUBLISHED);
    var source = readRequired(JsonField.TEXT);
    var text = FieldText.text(source);
    return new Article(
        readRequired(JsonField.ID),
        readLine(JsonField.TITLE),
        readLine(JsonField.PUBLISHER),
        words(JsonField.AUTHORS).stream().map(FieldText::line).toList(),
        readStated(JsonField.URL),
        readStated(JsonField.LANGUAGE),
        PublicationDate.dayOrNull(published),
        PublicationDate.timeOrNull(published),
        inferred,
        PublicationDate.dayOrNull(date(JsonField.UPDATED)),
        text,
        omissions == null ? new Omissions(FieldText.struck(source, text), List.of()) : omissions);
  }

  private List<String> words(JsonField field) {
    var value = values.get(field);
    return value == null ? List.of() : value.words();
  }

  private @Nullable String readStated(JsonField field) {
    var words = words(field);
    return words.isEmpty() ? null : words.getFirst();
  }

  private @Nullable String readLine(JsonField field) {
    var words = readStated(field);
    return words == null ? null : FieldText.line(words);
  }

  private String readRequired(JsonField field) throws RejectedArticleException {
    var words = readStated(field);
    if (words == null) {
      throw new RejectedArticleException(line, field.label(), "is missing");
    }
    return words;
  }

  private @Nullable PublicationDate date(JsonField field) throws RejectedArticleException {
    var value = values.get(field);
    if (value == null || value.words().getFirst().isBlank()) {
      return null;
    }
    var words = value.words().getFirst();
    return PublicationDateParser.find(words)
        .orElseThrow(() ->
            new RejectedArticleException(
                line, value.name(), "is not a date such as 2011-11-11: " + words));
  }

  private static String problem(JsonProcessingException e) {
    var where = e.getLocation();
    var message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    return message + (where == null ? "" : " (column " + where.getColumnNr() + ")");
  }

  private static String column(JsonParser parser) {
    return " (column " + parser.currentTokenLocation().getColumnNr() + ")";
  }
}
