package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import org.dossier.chat.Responder;
import org.dossier.chat.StatelessChat;
import org.dossier.observability.Channel;
import org.dossier.observability.QuestionInstrumentation;
import org.dossier.web.json.Links;
import org.dossier.web.json.ReplyJson;

/// Answers a question with checked statements and exact quotations.
@Singleton
final class AskTool implements McpTool {
  private final StatelessChat chat;
  private final QuestionInstrumentation questionInstrumentation;
  private final ObjectMapper json;

  AskTool(StatelessChat chat, QuestionInstrumentation questionInstrumentation, ObjectMapper json) {
    this.chat = chat;
    this.questionInstrumentation = questionInstrumentation;
    this.json = json;
  }

  @Override
  public String name() {
    return "ask";
  }

  @Override
  public int order() {
    return 3;
  }

  @Override
  public String title() {
    return "Ask the archive";
  }

  @Override
  public String description() {
    return "Answers a standalone question from the articles. Each statement has the exact words of an"
        + " article that support it. The status is answered, related (close to the question, which no"
        + " article answers directly), clarify (a question back), about (on the archive itself) or"
        + " abstained (the archive does not say).";
  }

  @Override
  public JsonNode inputSchema() {
    return Schemas.read("ask-input");
  }

  @Override
  public JsonNode outputSchema() {
    return Schemas.read("ask-output");
  }

  @Override
  public JsonNode call(ToolArguments arguments, McpCaller caller) {
    arguments.allow(Schemas.properties(inputSchema()));
    var question = arguments.text("question", Integer.MAX_VALUE);
    chat.check("question", question);
    var ask = new StatelessChat.Ask(List.of(), question, arguments.filters(), false);
    var response =
        questionInstrumentation.record(
            Channel.MCP,
            question,
            () -> chat.answer(ask, caller.listener()),
            Responder.Response::answer);
    ObjectNode reply = json.valueToTree(ReplyJson.of(response));
    // Nothing is stored.
    reply.remove(List.of("conversation", "turn"));
    for (var citation : reply.path("citations")) {
      caller.replaceLink((ObjectNode) citation);
      for (var reprint : citation.path("alsoIn")) {
        addUrl((ObjectNode) reprint, reprint, reprint.path("link").asText(), caller);
        ((ObjectNode) reprint).remove("link");
      }
    }
    for (var article : reply.path("abstention").path("nearest")) {
      addUrl((ObjectNode) article, article, Links.page(article.path("id").asText()), caller);
    }
    return reply;
  }

  private static void addUrl(ObjectNode to, JsonNode article, String path, McpCaller caller) {
    var original = article.path("url");
    to.put(
        "url",
        caller.link(
            path, original.isTextual() ? original.asText() : null, article.path("id").asText()));
  }
}
