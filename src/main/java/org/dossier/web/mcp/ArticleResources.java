package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.dossier.web.ArticleLookup;
import org.dossier.web.problem.ProblemException;

/// The articles as resources, by id, in pages.
@Singleton
final class ArticleResources {
  private static final int PAGE = 50;
  private static final String TYPE = "text/plain";

  private final Archive archive;
  private final ArticleLookup articleLookup;
  private final ObjectMapper json;

  ArticleResources(Archive archive, ArticleLookup articleLookup, ObjectMapper json) {
    this.archive = archive;
    this.articleLookup = articleLookup;
    this.json = json;
  }

  /// One page of the list. The cursor is the id of the last article of the page before.
  ObjectNode list(JsonNode params) {
    var cursor = params.path("cursor");
    if (!cursor.isMissingNode() && !cursor.isTextual()) {
      throw RpcException.invalidParams("cursor: must be a string");
    }
    var found = archive.list(cursor.isTextual() ? cursor.asText() : null, PAGE + 1);
    var result = json.createObjectNode();
    var resources = result.putArray("resources");
    found.stream().limit(PAGE).forEach(source -> describe(resources.addObject(), source));
    if (found.size() > PAGE) {
      result.put("nextCursor", found.get(PAGE - 1).article().id());
    }
    return result;
  }

  private static void describe(ObjectNode resource, ArticleVersion source) {
    var article = source.article();
    resource.put("uri", ArticleUri.of(article.id()));
    resource.put("name", article.id());
    resource.put("title", article.headline());
    resource.put("mimeType", TYPE);
  }

  ObjectNode templates() {
    var result = json.createObjectNode();
    result
        .putArray("resourceTemplates")
        .addObject()
        .put("uriTemplate", ArticleUri.PREFIX + "{id}")
        .put("name", "article")
        .put("title", "An article by its id")
        .put("mimeType", TYPE);
    return result;
  }

  ObjectNode read(JsonNode params) {
    var uri = params.path("uri");
    if (!uri.isTextual()) {
      throw RpcException.invalidParams("uri: must be a string");
    }
    var id = ArticleUri.id(uri.asText());
    if (id == null) {
      throw RpcException.invalidParams("uri: is not the address of an article of this server");
    }
    try {
      var result = json.createObjectNode();
      result
          .putArray("contents")
          .addObject()
          .put("uri", uri.asText())
          .put("mimeType", TYPE)
          .put("text", articleLookup.find(id, null).article().text());
      return result;
    } catch (ProblemException e) {
      throw RpcException.invalidParams("uri: " + e.getMessage());
    }
  }
}
