package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dossier.question.Question;
import org.dossier.retrieval.RetrievalConfig;
import org.dossier.retrieval.Retriever;
import org.dossier.web.json.EvidenceJson;

/// Searches articles. The shape of the result is the one that OpenAI's connectors require.
@Singleton
final class SearchTool implements McpTool {
  private static final int MAX_QUERY = 2_000;
  private static final int MAX_LIMIT = 50;

  private final Retriever retriever;
  private final RetrievalConfig config;
  private final Clock clock;
  private final ObjectMapper json;

  SearchTool(Retriever retriever, RetrievalConfig config, Clock clock, ObjectMapper json) {
    this.retriever = retriever;
    this.config = config;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public int order() {
    return 1;
  }

  @Override
  public String title() {
    return "Search the archive";
  }

  @Override
  public String description() {
    return "Finds the articles that are most relevant to a query, best first, each with its best"
        + " passage. Read a whole article with fetch.";
  }

  @Override
  public JsonNode inputSchema() {
    return Schemas.read("search-input");
  }

  @Override
  public JsonNode outputSchema() {
    return Schemas.read("search-output");
  }

  @Override
  public JsonNode call(ToolArguments arguments, McpCaller caller) {
    arguments.allow(Schemas.properties(inputSchema()));
    var query = arguments.text("query", MAX_QUERY).strip();
    int limit = arguments.integer("limit", config.maxPassages(), MAX_LIMIT);
    var question = new Question(query, arguments.filters(), LocalDate.now(clock));
    var result = json.createObjectNode();
    var results = result.putArray("results");
    Set<String> found = new LinkedHashSet<>();
    for (var evidence : retriever.retrieve(question, limit).evidence()) {
      var article = evidence.source().article();
      if (found.add(article.id())) {
        var passage = EvidenceJson.of(evidence, List.of());
        var entry = results.addObject();
        entry.put("id", article.id());
        entry.put("title", article.headline());
        entry.put("url", caller.link(passage.link(), article.url(), article.id()));
        entry.put("text", evidence.text());
        entry.put("publisher", article.publisher());
        entry.put("published", article.published() == null ? null : article.published().toString());
        var alsoIn = entry.putArray("alsoIn");
        for (var reprint : passage.alsoIn()) {
          ObjectNode other = json.valueToTree(reprint);
          other.put("url", caller.link(reprint.link(), reprint.url(), reprint.id()));
          other.remove("link");
          alsoIn.add(other);
        }
      }
    }
    return result;
  }
}
