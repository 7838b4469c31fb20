package org.dossier.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.UncheckedIOException;
import java.util.List;

/// HTTP client that adds Anthropic's citations, which LangChain4j does not support, below
/// LangChain4j. The evidence is sent with the question as search results: one for each article,
/// with one text block for each sentence. Citations come back as markers in the text.
///
/// @param http the client of the call
/// @param evidence the documents that may be cited
record AnthropicCitationsClient(HttpClient http, List<CitableDocument> evidence)
    implements HttpClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    http.execute(withEvidence(request), parser, new AnthropicCitationParser(evidence, listener));
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    return http.execute(withEvidence(request));
  }

  private HttpRequest withEvidence(HttpRequest request) {
    return HttpRequest.builder()
        .method(request.method())
        .url(request.url())
        .headers(request.headers())
        .body(withEvidence(request.body()))
        .build();
  }

  /// Inserts the evidence before the text of the user message.
  private String withEvidence(String body) {
    try {
      var root = JSON.readTree(body);
      var words = (ArrayNode) root.required("messages").required(0).required("content");
      for (int i = 0; i < evidence.size(); i++) {
        words.insert(i, searchResult(evidence.get(i)));
      }
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode searchResult(CitableDocument article) {
    var result = JSON.createObjectNode();
    result.put("type", "search_result");
    result.put("source", article.source());
    result.put("title", article.title());
    var blocks = result.putArray("content");
    article
        .sentences()
        .forEach(sentence -> blocks.addObject().put("type", "text").put("text", sentence.text()));
    result.putObject("citations").put("enabled", true);
    return result;
  }
}
