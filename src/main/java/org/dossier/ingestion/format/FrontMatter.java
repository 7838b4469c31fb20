package org.dossier.ingestion.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dossier.ingestion.html.PublicationDate;
import org.dossier.ingestion.html.PublicationDateParser;
import org.jspecify.annotations.Nullable;

/// The YAML block between lines of `---`, or the TOML block between lines of `+++`, at the head of
/// a Markdown file; no fields if the file has no such block.
///
/// @param fields by their names in lower case
/// @param body the text after the block
/// @param bodyLine line number of the body, from 1
record FrontMatter(Map<String, Field> fields, String body, int bodyLine) {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final TomlFactory TOML = new TomlFactory();
  private static final String FENCE = "---";
  private static final String TOML_FENCE = "+++";

  /// A field with its raw value.
  ///
  /// @param line line number of its name
  /// @param values empty for an empty value, several for a list
  /// @param scalar true only for a scalar, a list of scalars, or an empty value
  record Field(int line, List<String> values, boolean scalar) {}

  /// Splits `text` into the block and the body.
  ///
  /// @throws RejectedArticleException if the block is never closed or is not YAML
  static FrontMatter of(String text) throws RejectedArticleException {
    int start = text.indexOf('\n') + 1;
    var fence = text.substring(0, start).stripTrailing();
    boolean toml = fence.equals(TOML_FENCE);
    if (!toml && !fence.equals(FENCE)) {
      return new FrontMatter(Map.of(), text, 1);
    }
    int line = 2;
    for (int from = start; from < text.length(); line++) {
      int newline = text.indexOf('\n', from);
      int end = newline < 0 ? text.length() : newline;
      var content = text.substring(from, end).stripTrailing();
      if (content.equals(fence) || (!toml && content.equals("..."))) {
        var body = newline < 0 ? "" : text.substring(newline + 1);
        return new FrontMatter(fields(text.substring(start, from), toml), body, line + 1);
      }
      from = end + 1;
    }
    throw new RejectedArticleException(
        1, null, "the front matter is not closed by a line of “" + fence + "”");
  }

  /// The value of the first of `names` that is present; `null` if all are absent or the value is
  /// empty.
  ///
  /// @throws RejectedArticleException if it is not a single value
  @Nullable String value(String... names) throws RejectedArticleException {
    var field = field(names);
    if (field == null || (field.scalar() && field.values().isEmpty())) {
      return null;
    }
    if (!field.scalar() || field.values().size() > 1) {
      throw new RejectedArticleException(field.line(), names[0], "is not a single value");
    }
    return field.values().getFirst();
  }

  /// The values of the first of `names` that is present.
  ///
  /// @throws RejectedArticleException if they are not scalars
  List<String> values(String... names) throws RejectedArticleException {
    var field = field(names);
    if (field == null) {
      return List.of();
    }
    if (!field.scalar()) {
      throw new RejectedArticleException(
          field.line(), names[0], "is neither a name nor a list of names");
    }
    return field.values();
  }

  /// Like [#value], with character references and tags decoded.
  @Nullable String line(String... names) throws RejectedArticleException {
    var value = value(names);
    return value == null ? null : FieldText.line(value);
  }

  /// Like [#values], with character references and tags decoded.
  List<String> lines(String... names) throws RejectedArticleException {
    return values(names).stream().map(FieldText::line).toList();
  }

  /// The date of the first of `names` that is present; `null` if all are absent or the value is
  /// empty.
  ///
  /// @throws RejectedArticleException if it is not a valid date
  @Nullable PublicationDate date(String... names) throws RejectedArticleException {
    var word = value(names);
    if (word == null || word.isBlank()) {
      return null;
    }
    return PublicationDateParser.find(word)
        .orElseThrow(() ->
            new RejectedArticleException(
                lineNumber(names), names[0], "is not a date such as 2011-11-11: " + word));
  }

  boolean flag(String name) throws RejectedArticleException {
    return switch (String.valueOf(value(name)).toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no", "null" -> false;
      default ->
          throw new RejectedArticleException(lineNumber(name), name, "is neither true nor false");
    };
  }

  /// The line of the first of `names` that is present, otherwise that of the text.
  int lineNumber(String... names) {
    var field = field(names);
    return field == null ? bodyLine : field.line();
  }

  private @Nullable Field field(String... names) {
    for (var name : names) {
      var field = fields.get(name);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  private static Map<String, Field> fields(String block, boolean toml)
      throws RejectedArticleException {
    var fields = new HashMap<String, Field>();
    try (var parser = (toml ? TOML : YAML).createParser(block)) {
      var first = parser.nextToken();
      if (first != null && first != JsonToken.START_OBJECT && first != JsonToken.VALUE_NULL) {
        throw new RejectedArticleException(
            2, null, "the front matter does not consist of lines “name: value”");
      }
      while (first == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
        int line = toml ? tomlLine(block, parser.currentName()) : lineOf(parser);
        var name = parser.currentName().toLowerCase(Locale.ROOT);
        if (fields.put(name, value(parser, line)) != null) {
          throw new RejectedArticleException(line, name, "occurs twice");
        }
      }
      return fields;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr() + 1;
      throw new RejectedArticleException(
          line,
          null,
          "the front matter is not %s: %s".formatted(toml ? "TOML" : "YAML", problem(e)));
    } catch (IOException e) {
      throw new UncheckedIOException("an in-memory string cannot be read", e);
    }
  }

  private static int lineOf(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr() + 1;
  }

  /// The parser of TOML knows no lines of values.
  private static int tomlLine(String block, String name) {
    var lines = block.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).stripLeading().startsWith(name)) {
        return i + 2;
      }
    }
    return 2;
  }

  private static Field value(JsonParser parser, int line) throws IOException {
    var token = parser.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return new Field(line, List.of(), true);
    }
    if (token.isScalarValue()) {
      return new Field(line, List.of(parser.getText()), true);
    }
    if (token == JsonToken.START_OBJECT) {
      parser.skipChildren();
      return new Field(line, List.of(), false);
    }
    var values = new ArrayList<String>();
    boolean plain = true;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      plain &= token.isScalarValue() && token != JsonToken.VALUE_NULL;
      if (token.isScalarValue()) {
        values.add(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return new Field(line, List.copyOf(values), plain);
  }

  private static String problem(JsonProcessingException e) {
    var lines = String.valueOf(e.getOriginalMessage()).lines().map(String::strip).toList();
    return lines.size() > 1 ? lines.getFirst() + ", " + lines.get(1) : String.join("", lines);
  }
}
