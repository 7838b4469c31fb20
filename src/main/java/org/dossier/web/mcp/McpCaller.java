package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.dossier.answer.AnswerListener;
import org.jspecify.annotations.Nullable;

/// The caller of a request: its headers, and the beginning of links for it.
///
/// @param headers the value of an HTTP header by its name, `null` if absent; `null` for a transport
///   without headers
/// @param base the beginning of links to this server's pages; `null` without a server
/// @param listener throws if the caller no longer waits
public record McpCaller(
    @Nullable Function<String, @Nullable String> headers,
    @Nullable String base,
    AnswerListener listener) {

  /// Replaces the link of an object that quotes an article by an absolute URL.
  ///
  /// @param quotation has an `article` and a `link`
  void replaceLink(ObjectNode quotation) {
    var article = quotation.path("article");
    var original = article.path("url");
    quotation.put(
        "url",
        link(
            quotation.path("link").asText(),
            original.isTextual() ? original.asText() : null,
            article.path("id").asText()));
    quotation.remove("link");
  }

  /// An absolute link to a page of this server, or the address of the original, or a URI by which
  /// the article can be read as a resource: never empty.
  ///
  /// @param path the path of the page
  /// @param original the address of the original publication; `null` if unknown
  String link(String path, @Nullable String original, String id) {
    if (base != null) {
      return base + path;
    }
    return original == null ? ArticleUri.of(id) : original;
  }
}
