package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// The OpenAPI document of the build is one that strict tools accept.
class ApiDocumentLintTest {
  private static final String ADDRESS = "https://dossier.example/openapi.json";

  private final JsonNode document = Api.parse(text());

  /// The document that the build generated.
  static String text() {
    try (var stream = ApiDocument.class.getResourceAsStream("openapi.json")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theParserOfGeneratorsReportsNoFault() {
    var options = new ParseOptions();
    options.setResolve(true);
    options.setOaiAuthor(true);

    var parsed = new OpenAPIV3Parser().readContents(text(), List.of(), options);

    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(document.path("paths"));
  }

  @Test
  void eachParameterOfAnOperationIsDeclaredOnce() {
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        var declared = new ArrayList<String>();
        for (var parameter : operation.getValue().path("parameters")) {
          var resolved =
              parameter.has("$ref")
                  ? document.at(parameter.path("$ref").asText().substring(1))
                  : parameter;
          declared.add(resolved.path("in").asText() + " " + resolved.path("name").asText());
        }
        assertThat(declared)
            .as(operation.getKey() + " " + path.getKey())
            .doesNotHaveDuplicates()
            .doesNotContain(" ");
      }
    }
  }

  @Test
  void operationIdsAreUnique() {
    var ids = document.path("paths").findValuesAsText("operationId");

    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    var operations = new ArrayList<JsonNode>();
    document.path("paths").forEach(path -> path.forEach(operations::add));
    assertThat(operations).hasSameSizeAs(ids);
  }

  /// A generator that follows the reference ignores a type next to it.
  @Test
  void noReferenceHasATypeOfItsOwn() {
    forEach(
        document,
        "",
        (place, node) -> {
          if (node.has("$ref")) {
            assertThat(node.properties())
                .as(place)
                .extracting(Map.Entry::getKey)
                .isSubsetOf("$ref", "description", "summary");
          }
        });
  }

  @Test
  void everySchemaIsUsed() {
    var used = new HashSet<>(document.findValuesAsText("$ref"));

    for (var schema : document.path("components").path("schemas").properties()) {
      assertThat(used).contains("#/components/schemas/" + schema.getKey());
    }
  }

  @Test
  void everyExampleHasTheFormOfItsSchema() {
    var examples = new ArrayList<String>();
    forEach(
        document,
        "",
        (place, node) -> {
          if (!node.path("schema").isObject() || place.contains("event-stream")) {
            return;
          }
          node.path("examples")
              .properties()
              .forEach(example -> {
                examples.add(example.getKey());
                assertThat(violations(place + "/schema", example.getValue().path("value")))
                    .as(place + " " + example.getKey())
                    .isEmpty();
              });
          if (node.has("example") && !place.contains("ndjson")) {
            examples.add(place);
            assertThat(violations(place + "/schema", node.path("example"))).as(place).isEmpty();
          }
        });
    assertThat(examples).hasSizeGreaterThan(20);
  }

  /// The violations of the schema at a JSON pointer of the document.
  static List<String> violations(String pointer, JsonNode value) {
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, text()))))
        .getSchema(SchemaLocation.of(ADDRESS + "#" + pointer))
        .validate(value)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static void forEach(JsonNode node, String place, BiConsumer<String, JsonNode> visit) {
    if (node.isObject()) {
      visit.accept(place, node);
      node.properties()
          .forEach(field ->
              forEach(
                  field.getValue(),
                  place + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                  visit));
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      forEach(node.get(i), place + "/" + i, visit);
    }
  }
}
