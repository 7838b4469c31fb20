package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.dossier.web.ArticleLookup;
import org.dossier.web.json.Links;
import org.jspecify.annotations.Nullable;

/// Reads an article. The shape of the result is the one that OpenAI's connectors require.
@Singleton
final class FetchTool implements McpTool {
  private static final int MAX_ID = 2_000;

  private final ArticleLookup articleLookup;
  private final ObjectMapper json;

  FetchTool(ArticleLookup articleLookup, ObjectMapper json) {
    this.articleLookup = articleLookup;
    this.json = json;
  }

  @Override
  public String name() {
    return "fetch";
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public String title() {
    return "Read an article";
  }

  @Override
  public String description() {
    return "Returns the whole text of an article by its id, as search returns it.";
  }

  @Override
  public JsonNode inputSchema() {
    return Schemas.read("fetch-input");
  }

  @Override
  public JsonNode outputSchema() {
    return Schemas.read("fetch-output");
  }

  @Override
  public JsonNode call(ToolArguments arguments, McpCaller caller) {
    arguments.allow(Schemas.properties(inputSchema()));
    var source = articleLookup.find(arguments.text("id", MAX_ID), null);
    var article = source.article();
    var result = json.createObjectNode();
    result.put("id", article.id());
    result.put("title", article.headline());
    result.put("text", article.text());
    var page = Links.page(article.id()) + "?version=" + source.version();
    result.put("url", caller.link(page, article.url(), article.id()));
    var metadata = result.putObject("metadata");
    metadata.put("version", source.version());
    put(metadata, "publisher", article.publisher());
    put(metadata, "authors", String.join(", ", article.authors()));
    put(metadata, "published", article.published());
    put(metadata, "updated", article.updated());
    put(metadata, "language", article.language());
    put(metadata, "original", article.url());
    return result;
  }

  /// Adds what is known.
  private static void put(ObjectNode metadata, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      metadata.put(name, value.toString());
    }
  }
}
