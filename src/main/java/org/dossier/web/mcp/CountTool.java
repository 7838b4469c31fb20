package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.dossier.retrieval.count.ArticleCounter;
import org.dossier.web.json.CountJson;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.CountParameters;
import org.dossier.web.request.ListPosition;

/// Counts and lists the articles that mention phrases.
@Singleton
final class CountTool implements McpTool {
  private static final CountParameters PARAMETERS = new CountParameters(ProblemType.INVALID_FIELD);

  private final ArticleCounter counter;
  private final ObjectMapper json;

  CountTool(ArticleCounter counter, ObjectMapper json) {
    this.counter = counter;
    this.json = json;
  }

  @Override
  public String name() {
    return "count";
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public String title() {
    return "Count and list articles";
  }

  @Override
  public String description() {
    return "Returns the exact number of articles that mention phrases, by year, month, publisher, person, place or organization, and the list of"
        + " these articles with the first mention in each. Use it for how many, how often, and which articles.";
  }

  @Override
  public JsonNode inputSchema() {
    return Schemas.read("count-input");
  }

  @Override
  public JsonNode outputSchema() {
    return Schemas.read("count-output");
  }

  @Override
  public JsonNode call(ToolArguments arguments, McpCaller caller) {
    arguments.allow(Schemas.properties(inputSchema()));
    var query =
        PARAMETERS.query(
            "phrases",
            arguments.texts("phrases"),
            arguments.optionalText("match"),
            arguments.filters());
    var result =
        counter.count(
            counter.byEntity(query),
            PARAMETERS.properties("by", arguments.texts("by")),
            ListPosition.parse("after", arguments.optionalText("after"), ProblemType.INVALID_FIELD),
            arguments.integer("limit", CountParameters.DEFAULT_LIMIT, CountParameters.MAX_LIMIT));
    ObjectNode counted = json.valueToTree(CountJson.of(result));
    counted.path("list").forEach(entry -> caller.replaceLink((ObjectNode) entry));
    return counted;
  }
}
