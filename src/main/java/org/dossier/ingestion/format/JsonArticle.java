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
import java.util.HashMap;
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

/// One article as a JSON object: `id` and `text`, and optionally `title`, `publisher`, `authors` (a
/// name or a list of names), `url`, `language`, `published` and `updated` (dates, or dates with
/// times), `publishedInferred`, and `omissions` in the form of [Omissions#json]. Other fields are
/// ignored; null is the same as absent. HTML in `text`, `title`, `publisher` and `authors` is
/// decoded once.
public final class JsonArticle {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> WORDS =
      Set.of("id", "title", "publisher", "url", "language", "published", "updated", "text");

  private final int line;
  private final Map<String, String> words = new HashMap<>();
  private final List<String> authors = new ArrayList<>();
  private boolean inferred;
  private @Nullable Omissions omissions;

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
      if (WORDS.contains(field)) {
        words.put(field, word(parser, field, value));
      } else if (field.equals("authors")) {
        readAuthors(parser, value);
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

  private void readAuthors(JsonParser parser, JsonToken value)
      throws IOException, RejectedArticleException {
    if (value != JsonToken.START_ARRAY) {
      authors.add(word(parser, "authors", value));
      return;
    }
    for (var name = parser.nextToken(); name != JsonToken.END_ARRAY; name = parser.nextToken()) {
      authors.add(word(parser, "authors", name));
    }
  }

  private String word(JsonParser parser, String field, JsonToken value)
      throws IOException, RejectedArticleException {
    if (value != JsonToken.VALUE_STRING) {
      throw wrong(parser, field, value, "a string");
    }
    return parser.getText();
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
    var published = date("published");
    var source = readRequired("text");
    var text = FieldText.text(source);
    return new Article(
        readRequired("id"),
        line(words.get("title")),
        line(words.get("publisher")),
        authors.stream().map(FieldText::line).toList(),
        words.get("url"),
        words.get("language"),
        PublicationDate.dayOrNull(published),
        PublicationDate.timeOrNull(published),
        inferred,
        PublicationDate.dayOrNull(date("updated")),
        text,
        omissions == null ? new Omissions(FieldText.struck(source, text), List.of()) : omissions);
  }

  private static @Nullable String line(@Nullable String value) {
    return value == null ? null : FieldText.line(value);
  }

  private String readRequired(String field) throws RejectedArticleException {
    var value = words.get(field);
    if (value == null) {
      throw new RejectedArticleException(line, field, "is missing");
    }
    return value;
  }

  private @Nullable PublicationDate date(String field) throws RejectedArticleException {
    var value = words.get(field);
    if (value == null || value.isBlank()) {
      return null;
    }
    return PublicationDateParser.find(value)
        .orElseThrow(() ->
            new RejectedArticleException(
                line, field, "is not a date such as 2011-11-11: " + value));
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
