package org.dossier.web.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.verification.Source;
import org.jspecify.annotations.Nullable;

/// Parser of an answer with its sources, in the format of docs/explanation/verification.md or as a
/// reply of `POST /api/chat`. Every error is an [InvalidAnswerException] that names the field, and
/// the limit if one is exceeded.
public final class CitedAnswerReader {
  private static final int MAX_BYTES = 8 * 1024 * 1024;
  private static final int MAX_STATEMENTS = 1_000;
  private static final int MAX_SOURCES = 1_000;
  private static final int MAX_SOURCE_LENGTH = 20_000;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private CitedAnswerReader() {}

  public static CitedAnswer read(InputStream in) throws IOException {
    var bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new InvalidAnswerException("exceeds the limit of %d bytes".formatted(MAX_BYTES));
    }
    return read(tree(bytes));
  }

  /// @throws InvalidAnswerException if the bytes are not one JSON object in UTF-8
  private static JsonNode tree(byte[] json) {
    var root = tree(text(json));
    if (!root.isObject()) {
      throw new InvalidAnswerException("is not a JSON object");
    }
    return root;
  }

  static CitedAnswer read(JsonNode root) {
    var sources = root.has("sources") ? sources(root) : citations(root);
    return new CitedAnswer(statements(root, sources), sources);
  }

  private static String text(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidAnswerException("is not UTF-8", e);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      var line =
          place == null
              ? ""
              : "line %d, column %d: ".formatted(place.getLineNr(), place.getColumnNr());
      throw new InvalidAnswerException(line + "is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /// The sources by their numbers, in order.
  static Map<Integer, Source> sources(JsonNode root) {
    return readNumbered(
        list(root, "sources", MAX_SOURCES),
        "sources",
        (source, field) ->
            source(
                text(source, field, "text"),
                optional(source, field, "context"),
                day(source, field, "published"),
                field + ".text"));
  }

  /// The sources in the citations of a reply: the quote is the text, the rest comes from the
  /// article.
  private static Map<Integer, Source> citations(JsonNode root) {
    if (!root.has("citations")) {
      throw new InvalidAnswerException("has neither “sources” nor “citations”");
    }
    return readNumbered(
        list(root, "citations", MAX_SOURCES),
        "citations",
        (citation, field) -> {
          var article = citation.path("article");
          var of = field + ".article";
          return source(
              text(citation, field, "quote"),
              Stream.of(optional(article, of, "title"), optional(article, of, "publisher"))
                  .filter(part -> !part.isBlank())
                  .collect(Collectors.joining("\n")),
              day(article, of, "published"),
              field + ".quote");
        });
  }

  private interface SourceParser {
    Source parse(JsonNode node, String field);
  }

  private static Map<Integer, Source> readNumbered(
      JsonNode list, String field, SourceParser parser) {
    var sources = new LinkedHashMap<Integer, Source>();
    for (int i = 0; i < list.size(); i++) {
      var place = "%s[%d]".formatted(field, i);
      var number = list.get(i).path("number");
      if (!number.isInt() || number.asInt() < 1) {
        throw fault(place + ".number", "is not an integer of at least 1");
      }
      if (sources.put(number.asInt(), parser.parse(list.get(i), place)) != null) {
        throw fault(place + ".number", "occurs twice: " + number.asInt());
      }
    }
    return sources;
  }

  private static Source source(
      String text, String context, @Nullable LocalDate published, String field) {
    if (text.length() + context.length() > MAX_SOURCE_LENGTH) {
      throw fault(
          field,
          "has %d characters with its context; the limit is %d"
              .formatted(text.length() + context.length(), MAX_SOURCE_LENGTH));
    }
    return new Source(text, context, published);
  }

  private static List<CitedAnswer.Statement> statements(
      JsonNode root, Map<Integer, Source> sources) {
    var list = list(root, "statements", MAX_STATEMENTS);
    var statements = new ArrayList<CitedAnswer.Statement>();
    for (int i = 0; i < list.size(); i++) {
      var field = "statements[%d]".formatted(i);
      var text = text(list.get(i), field, "text");
      var numbers = new ArrayList<Integer>();
      var citations = list(list.get(i), "citations", MAX_SOURCES);
      for (int j = 0; j < citations.size(); j++) {
        int number = citations.get(j).asInt();
        if (!citations.get(j).isInt() || !sources.containsKey(number)) {
          throw fault(
              "%s.citations[%d]".formatted(field, j),
              "is not the number of a source: " + citations.get(j));
        }
        numbers.add(number);
      }
      statements.add(new CitedAnswer.Statement(text, numbers));
    }
    return statements;
  }

  private static JsonNode list(JsonNode node, String field, int limit) {
    var list = node.path(field);
    if (!list.isArray()) {
      throw fault(field, "is not a list");
    }
    if (list.size() > limit) {
      throw fault(field, "has %d elements; the limit is %d".formatted(list.size(), limit));
    }
    return list;
  }

  private static String text(JsonNode node, String field, String name) {
    var value = node.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw fault(field + "." + name, "is not a non-blank string");
    }
    return encodable(value.asText(), field + "." + name);
  }

  /// A text with half of a character would not be returned unchanged.
  static String encodable(String text, String field) {
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw fault(field, "contains an unpaired surrogate");
    }
    return text;
  }

  private static String optional(JsonNode node, String field, String name) {
    var value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw fault(field + "." + name, "is not a string");
    }
    return value.asText();
  }

  private static @Nullable LocalDate day(JsonNode node, String field, String name) {
    var day = optional(node, field, name);
    if (day.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw fault(field + "." + name, "is not a day such as 2011-11-11: " + day);
    }
  }

  private static InvalidAnswerException fault(String field, String fault) {
    return new InvalidAnswerException("%s: %s".formatted(field, fault));
  }
}
